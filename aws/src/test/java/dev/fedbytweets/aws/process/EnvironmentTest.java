package dev.fedbytweets.aws.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.awsstandins.GlueDouble;
import dev.fedbytweets.awsstandins.Invocation;
import dev.fedbytweets.awsstandins.Invocation.Succeeded;
import dev.fedbytweets.awsstandins.RuntimeApiDouble;
import dev.fedbytweets.awsstandins.S3Double;
import dev.fedbytweets.awsstandins.SecretsManagerDouble;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A function in its own process reaches every stand-in by environment variables alone.
class EnvironmentTest {

  @TempDir private Path directory;

  @Test
  void theVariablesLeadAFunctionToTheStandIns() throws Exception {
    try (S3Double s3 = S3Double.start(directory).withBucket("lake");
        GlueDouble glue = GlueDouble.start();
        SecretsManagerDouble secrets = SecretsManagerDouble.start().withSecret("x", "AAAA-1")) {
      Map<String, String> environment = new HashMap<>();
      environment.putAll(s3.environment());
      environment.putAll(glue.environment());
      environment.putAll(secrets.environment());
      environment.put("LAKE_BUCKET", "lake");
      environment.put("LAKE_ENVIRONMENT", "test");
      environment.put("X_BEARER_TOKEN_SECRET_ID", "x");

      try (RuntimeApiDouble lambda =
          RuntimeApiDouble.start(ReachingHandler.class.getName(), environment)) {
        Invocation result =
            lambda.invoke(
                """
                {"run": {"name": "r", "started_at": "2026-11-21T10:00:00Z"}}\
                """,
                Duration.ofSeconds(60));

        assertThat(result).as(lambda.output()).isInstanceOf(Succeeded.class);
        assertThat(s3.file("lake", "state/token")).hasContent("AAAA-1");
        assertThat(glue.calls()).contains("CreateDatabase");
        assertThat(lambda.output()).doesNotContain("AAAA-1");
      }
    }
  }
}
