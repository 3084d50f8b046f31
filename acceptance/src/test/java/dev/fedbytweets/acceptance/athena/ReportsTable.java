package dev.fedbytweets.acceptance.athena;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.aotcache.account.AwsAccount;
import dev.fedbytweets.core.storage.LakeLayout;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;

/// `ops.forgotten` in Glue, with the columns and the SerDe that Terraform gives it.
final class ReportsTable {

  private static final Path MODULE = Path.of("..", "terraform", "modules", "lake");
  private static final String SERDE = "org.openx.data.jsonserde.JsonSerDe";

  private ReportsTable() {}

  static void create(AwsAccount account) throws IOException, InterruptedException {
    assertThat(Files.readString(MODULE.resolve("ops.tf"))).contains(SERDE);
    call(account, "CreateDatabase", "{\"DatabaseInput\": {\"Name\": \"ops\"}}");
    call(
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

  private static void call(AwsAccount account, String operation, String request)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(account.glue())
                  .header("X-Amz-Target", "AWSGlue." + operation)
                  .header("Content-Type", "application/x-amz-json-1.1")
                  .POST(BodyPublishers.ofString(request))
                  .build(),
              BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
  }
}
