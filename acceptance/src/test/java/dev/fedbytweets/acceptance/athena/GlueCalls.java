package dev.fedbytweets.acceptance.athena;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.aotcache.account.AwsAccount;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/// What Terraform asks of Glue.
final class GlueCalls {

  private GlueCalls() {}

  /// @param request JSON, which must be taken
  static void call(AwsAccount account, String operation, String request)
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
