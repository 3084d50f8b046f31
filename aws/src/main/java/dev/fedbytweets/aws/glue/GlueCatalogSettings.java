package dev.fedbytweets.aws.glue;

import dev.fedbytweets.aws.AwsSettings;
import dev.fedbytweets.aws.AwsSettings.Addressing;
import java.util.Map;

/// The catalog properties with which Iceberg keeps its tables in Glue and S3.
public final class GlueCatalogSettings {

  /// Files up to this size are read by one request. To read less of a larger one is as fast.
  private static final int WHOLE_BYTES = 8 << 20;

  private GlueCatalogSettings() {}

  /// Properties for Iceberg's `CatalogUtil.buildIcebergCatalog`. Region, credentials and other
  /// endpoints are not in them: Iceberg's clients take them from the environment, as all others
  /// do.
  ///
  /// @return immutable
  public static Map<String, String> properties(AwsSettings settings) {
    return Map.of(
        "catalog-impl", "org.apache.iceberg.aws.glue.GlueCatalog",
        "io-impl", "org.apache.iceberg.aws.s3.S3FileIO",
        "warehouse", "s3://" + settings.bucket(),
        "glue.skip-archive", "true",
        "fedbytweets.file-io.whole-bytes", Integer.toString(WHOLE_BYTES),
        "s3.path-style-access", Boolean.toString(settings.addressing() == Addressing.PATH),
        "http-client.type", "urlconnection");
  }
}
