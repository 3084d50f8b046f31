package dev.fedbytweets.aws.glue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.aws.AwsSettings;
import dev.fedbytweets.awsstandins.FaultMoment;
import dev.fedbytweets.awsstandins.GlueDouble;
import dev.fedbytweets.awsstandins.S3Double;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Iceberg itself, led to the stand-ins by nothing but the settings and what the SDK takes from
/// its environment (as system properties here).
class GlueCatalogSettingsTest {

  private static final Map<String, String> PROPERTIES =
      Map.of("aws.region", "sa-east-1", "aws.accessKeyId", "id", "aws.secretAccessKey", "secret");
  private static final Namespace DATABASE = Namespace.of("test_bronze");
  private static final TableIdentifier TABLE = TableIdentifier.of(DATABASE, "tweets");
  private static final Schema SCHEMA =
      new Schema(Types.NestedField.optional(1, "id", Types.StringType.get()));

  @TempDir private Path directory;
  private S3Double s3;
  private GlueDouble glue;
  private AwsSettings settings;

  @BeforeEach
  void start() throws Exception {
    s3 = S3Double.start(directory).withBucket("lake");
    glue = GlueDouble.start();
    PROPERTIES.forEach(System::setProperty);
    System.setProperty("aws.endpointUrlS3", s3.endpoint().toString());
    System.setProperty("aws.endpointUrlGlue", glue.endpoint().toString());
    settings =
        AwsSettings.of(
            Map.of(
                "LAKE_BUCKET", "lake",
                "LAKE_ENVIRONMENT", "test",
                "LAKE_S3_PATH_STYLE", "true"));
  }

  @AfterEach
  void stop() throws Exception {
    PROPERTIES.keySet().forEach(System::clearProperty);
    System.clearProperty("aws.endpointUrlS3");
    System.clearProperty("aws.endpointUrlGlue");
    glue.close();
    s3.close();
  }

  @Test
  void aTableIsCreatedCommittedAndLoadedAgain() throws IOException {
    Catalog writer = catalog();
    ((SupportsNamespaces) writer).createNamespace(DATABASE);
    Table table =
        writer
            .buildTable(TABLE, SCHEMA)
            .withLocation("s3://lake/bronze/tweets")
            .withPartitionSpec(PartitionSpec.unpartitioned())
            .create();

    table.newAppend().appendFile(dataFile(table.io())).commit();

    Table loaded = catalog().loadTable(TABLE);
    assertThat(loaded.currentSnapshot().summary())
        .containsEntry("total-data-files", "1")
        .containsEntry("total-records", "7");
    String metadata = glue.metadataLocation("test_bronze", "tweets");
    assertThat(metadata).startsWith("s3://lake/bronze/tweets/metadata/00001-");
    assertThat(s3.file("lake", metadata.substring("s3://lake/".length()))).exists();
    assertThat(Files.readString(s3.file("lake", "bronze/tweets/data/a.parquet"))).isEqualTo("rows");
    assertThat(glue.archivedVersions("test_bronze", "tweets")).isZero();
    assertThat(glue.calls()).contains("CreateDatabase", "CreateTable", "UpdateTable", "GetTable");
  }

  @Test
  void noneOfManyConcurrentCommitsIsLost() throws Exception {
    Catalog catalog = catalog();
    ((SupportsNamespaces) catalog).createNamespace(DATABASE);
    catalog.createTable(TABLE, SCHEMA);

    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Callable<Void>> writers =
          IntStream.range(0, 4).<Callable<Void>>mapToObj(i -> () -> commit(catalog, i)).toList();
      for (Future<Void> writer : threads.invokeAll(writers)) {
        writer.get();
      }
    }

    assertThat(catalog.loadTable(TABLE).properties())
        .containsKeys("writer-0", "writer-1", "writer-2", "writer-3");
  }

  @Test
  void aCommitWhoseAnswerWasLostIsFoundToHaveSucceeded() {
    Catalog catalog = catalog();
    ((SupportsNamespaces) catalog).createNamespace(DATABASE);
    Table table = catalog.createTable(TABLE, SCHEMA);
    glue.failNext("UpdateTable", 1, FaultMoment.AFTER_EFFECT);

    table.updateProperties().set("a", "1").commit();

    assertThat(catalog().loadTable(TABLE).properties()).containsEntry("a", "1");
    assertThat(glue.calls()).filteredOn("UpdateTable"::equals).hasSize(2);
  }

  private Catalog catalog() {
    return CatalogUtil.buildIcebergCatalog("lake", GlueCatalogSettings.properties(settings), null);
  }

  private static Void commit(Catalog catalog, int writer) {
    catalog.loadTable(TABLE).updateProperties().set("writer-" + writer, "was here").commit();
    return null;
  }

  /// A file of no format: nothing reads it here.
  private static DataFile dataFile(FileIO files) throws IOException {
    OutputFile file = files.newOutputFile("s3://lake/bronze/tweets/data/a.parquet");
    try (PositionOutputStream out = file.create()) {
      out.write("rows".getBytes(StandardCharsets.UTF_8));
    }
    return DataFiles.builder(PartitionSpec.unpartitioned())
        .withPath(file.location())
        .withFormat("parquet")
        .withFileSizeInBytes(4)
        .withRecordCount(7)
        .build();
  }
}
