package dev.fedbytweets.comply;

import static dev.fedbytweets.comply.ComplyingLake.FIRST;
import static dev.fedbytweets.comply.ComplyingLake.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.step.ComplyOutput;
import dev.fedbytweets.core.step.Progress;
import dev.fedbytweets.xstandin.Fault;
import dev.fedbytweets.xstandin.Fault.RateHeaders;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What X does wrong, and how a check goes on.
class ComplyTroubleTest {

  private final ComplyingLake lake = new ComplyingLake();

  @AfterEach
  void stop() {
    lake.close();
  }

  @Test
  void aJobThatFailsIsTriedAgain() {
    lake.x.compliance().happened("tweets", FIRST, "deleted", null);
    lake.x.compliance().failNextJobs(2);

    assertThat(lake.request(lake.check("comply-1")).posts()).containsExactly(FIRST);
    assertThat(lake.uploads()).isEqualTo(3);
  }

  @Test
  void jobsThatFailAgainAndAgainNeedAPerson() {
    lake.x.compliance().happened("tweets", FIRST, "deleted", null);
    lake.x.compliance().failNextJobs(5);

    assertThatThrownBy(() -> lake.check("comply-1"))
        .isInstanceOf(RejectedException.class)
        .hasMessage(
            "compliance jobs for tweets came to nothing 5 times in a row: at X they failed or"
                + " expired; the next check tries again");
    assertThat(lake.request(lake.check("comply-2")).posts()).containsExactly(FIRST);
  }

  @Test
  void anUploadThatCameTooLateIsMadeWithANewJob() {
    lake.x.compliance().happened("tweets", FIRST, "deleted", null);
    lake.x.compliance().cutNextUploads(100);
    assertThatThrownBy(() -> lake.comply().advance(ComplyingLake.run("comply-1")))
        .hasMessageStartingWith("the list of a compliance job: no answer came from X");
    lake.clock.advance(Duration.ofMinutes(16));
    lake.x.compliance().cutNextUploads(0);

    assertThat(lake.request(lake.check("comply-1")).posts()).containsExactly(FIRST);
  }

  @Test
  void resultsThatAreGoneAreAskedForAnew() {
    lake.x.compliance().happened("tweets", FIRST, "deleted", null);
    lake.x.compliance().takes(Duration.ofDays(8));
    lake.comply().advance(ComplyingLake.run("comply-1"));
    lake.clock.advance(Duration.ofDays(8));
    lake.x.compliance().takes(Duration.ofMinutes(1));

    ComplyOutput output = lake.check("comply-1");

    assertThat(lake.request(output).posts()).containsExactly(FIRST);
  }

  @Test
  void somebodyElsesJobIsWaitedFor() throws Exception {
    try (HttpClient other = HttpClient.newHttpClient()) {
      other.send(
          HttpRequest.newBuilder(URI.create(lake.x.uri() + "/2/compliance/jobs"))
              .header("Authorization", "Bearer made-up-token")
              .POST(HttpRequest.BodyPublishers.ofString("{\"type\":\"tweets\"}"))
              .build(),
          BodyHandlers.discarding());
    }
    ComplyOutput output = lake.comply().advance(ComplyingLake.run("comply-1"));

    assertThat(output.status()).isEqualTo(Progress.WAIT);
    assertThat(output.resumeAt()).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
    assertThat(lake.check("comply-1").status()).isEqualTo(Progress.DONE);
  }

  @Test
  void theRateLimitIsWaitedFor() {
    lake.x.failNext(Fault.rateLimited(RateHeaders.EXHAUSTED));

    assertThat(lake.comply().advance(ComplyingLake.run("comply-1")).resumeAt())
        .isEqualTo(NOW.plus(Duration.ofMinutes(15)).plusSeconds(5));
    assertThat(lake.check("comply-1").status()).isEqualTo(Progress.DONE);
  }

  @Test
  void anAccountWithoutAccessFailsAtOnce() {
    lake.x.compliance().setAccess(false);

    assertThatThrownBy(() -> lake.check("comply-1"))
        .isInstanceOf(MisconfiguredException.class)
        .hasMessageContaining("the account at X has no access to compliance jobs");
    assertThat(
            ComplianceCheck.last(lake.store).orElseThrow().isOverdue(NOW.plus(Duration.ofDays(2))))
        .isFalse();
  }
}
