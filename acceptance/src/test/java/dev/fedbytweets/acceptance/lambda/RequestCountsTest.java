package dev.fedbytweets.acceptance.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.aotcache.FakeEnvironment;
import dev.fedbytweets.aotcache.Function;
import dev.fedbytweets.aotcache.UsualWork;
import dev.fedbytweets.aotcache.account.AwsAccount;
import dev.fedbytweets.awsstandins.Invocation.Succeeded;
import dev.fedbytweets.awsstandins.RuntimeApiDouble;
import dev.fedbytweets.contracts.StepJson;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a cold function asks of S3 and Glue when it brings one page to tables that are there: each
/// request is waited for, and paid.
class RequestCountsTest {

  @TempDir private Path directory;

  @Test
  void processRawAsksGlueThreeTimesForEachTableAndReadsNothingTwice() throws Exception {
    Asked asked = work(Function.PROCESS_RAW);

    assertThat(asked.glue()).hasSizeLessThanOrEqualTo(4 * 3);
    // The journal, the tombstones; for each table its metadata and manifest list, and what an
    // append writes.
    assertThat(asked.s3WithoutDataFiles()).hasSizeLessThanOrEqualTo(2 + 7 + 4 * 4 + 3);
    assertThat(asked.objectsRead()).doesNotHaveDuplicates();
  }

  @Test
  void toSilverAsksGlueFourTimesAndReadsNothingTwice() throws Exception {
    Asked asked = work(Function.TO_SILVER);

    assertThat(asked.glue()).hasSizeLessThanOrEqualTo(4);
    // Metadata, manifest list and manifest of both tables, and what an overwrite writes.
    assertThat(asked.s3WithoutDataFiles()).hasSizeLessThanOrEqualTo(2 * 3 + 4);
    assertThat(asked.objectsRead()).doesNotHaveDuplicates();
  }

  private Asked work(Function function) throws Exception {
    try (FakeEnvironment environment = FakeEnvironment.start(directory)) {
      AwsAccount account = environment.account();
      String event = StepJson.MAPPER.writeValueAsString(UsualWork.in(environment).next(function));
      int s3 = account.s3Requests().size();
      int glue = account.glueCalls().size();
      try (RuntimeApiDouble process = Functions.process(function, environment.variables())) {
        assertThat(process.invoke(event, Functions.PATIENCE))
            .as(process.output())
            .isInstanceOf(Succeeded.class);
      }
      return new Asked(after(account.s3Requests(), s3), after(account.glueCalls(), glue));
    }
  }

  private static List<String> after(List<String> requests, int first) {
    return requests.subList(first, requests.size());
  }

  /// Requests to both services.
  private record Asked(List<String> s3, List<String> glue) {

    List<String> objectsRead() {
      return s3.stream().filter(request -> request.startsWith("GET ")).toList();
    }

    List<String> s3WithoutDataFiles() {
      return s3.stream().filter(request -> !request.contains("/data/")).toList();
    }
  }
}
