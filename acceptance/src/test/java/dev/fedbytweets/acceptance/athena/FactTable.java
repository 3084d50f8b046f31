package dev.fedbytweets.acceptance.athena;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fedbytweets.aotcache.account.AwsAccount;
import java.io.IOException;
import java.nio.file.Path;

/// `facts.cups_sold` in Glue, with the SerDe that Terraform gives it.
final class FactTable {

  private static final Path FORMATS = Path.of("..", "terraform", "modules", "lake", "facts.json");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private FactTable() {}

  /// @param format `csv` or `parquet`
  /// @param folder below the bucket, with a slash at its end
  static void create(AwsAccount account, String database, String format, String folder)
      throws IOException, InterruptedException {
    JsonNode terraform = JSON.readTree(FORMATS.toFile()).path(format);
    GlueCalls.call(
        account, "CreateDatabase", "{\"DatabaseInput\": {\"Name\": \"%s\"}}".formatted(database));
    GlueCalls.call(
        account,
        "CreateTable",
        """
        {"DatabaseName": "%s", "TableInput": {"Name": "cups_sold", "TableType": "EXTERNAL_TABLE",
          "Parameters": %s,
          "StorageDescriptor": {
            "Location": "s3://%s/%s", "InputFormat": %s, "OutputFormat": %s,
            "SerdeInfo": {"SerializationLibrary": %s, "Parameters": %s},
            "Columns": [
              {"Name": "day", "Type": "date"}, {"Name": "subject", "Type": "string"},
              {"Name": "cups_sold", "Type": "bigint"}, {"Name": "usd", "Type": "double"}]}}}
        """
            .formatted(
                database,
                terraform.path("parameters"),
                AwsAccount.BUCKET,
                folder,
                terraform.path("input_format"),
                terraform.path("output_format"),
                terraform.path("serde"),
                terraform.path("serde_parameters")));
  }
}
