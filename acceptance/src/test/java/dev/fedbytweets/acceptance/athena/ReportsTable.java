package dev.fedbytweets.acceptance.athena;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.aotcache.account.AwsAccount;
import dev.fedbytweets.core.storage.LakeLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// `ops.forgotten` in Glue, with the columns and the SerDe that Terraform gives it.
final class ReportsTable {

  private static final Path MODULE = Path.of("..", "terraform", "modules", "lake");
  private static final String SERDE = "org.openx.data.jsonserde.JsonSerDe";

  private ReportsTable() {}

  static void create(AwsAccount account) throws IOException, InterruptedException {
    assertThat(Files.readString(MODULE.resolve("ops.tf"))).contains(SERDE);
    GlueCalls.call(account, "CreateDatabase", "{\"DatabaseInput\": {\"Name\": \"ops\"}}");
    GlueCalls.call(
        account,
        "CreateTable",
        """
        {"DatabaseName": "ops", "TableInput": {"Name": "forgotten", "TableType": "EXTERNAL_TABLE",
          "Parameters": {"EXTERNAL": "TRUE"},
          "StorageDescriptor": {
            "Location": "s3://%s/%s",
            "InputFormat": "org.apache.hadoop.mapred.TextInputFormat",
            "OutputFormat": "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat",
            "SerdeInfo": {"SerializationLibrary": "%s"},
            "Columns": %s}}}
        """
            .formatted(AwsAccount.BUCKET, LakeLayout.FORGOTTEN_REPORTS, SERDE, columns()));
  }

  private static String columns() throws IOException {
    return Files.readString(MODULE.resolve("forgotten.json"))
        .replace("\"name\":", "\"Name\":")
        .replace("\"type\":", "\"Type\":")
        .replace("\"comment\":", "\"Comment\":");
  }
}
