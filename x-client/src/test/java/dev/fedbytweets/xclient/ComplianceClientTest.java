package dev.fedbytweets.xclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.xclient.ComplianceJob.Status;
import dev.fedbytweets.xstandin.Fault;
import dev.fedbytweets.xstandin.Fault.RateHeaders;
import dev.fedbytweets.xstandin.LoggedRequest;
import dev.fedbytweets.xstandin.SettableClock;
import dev.fedbytweets.xstandin.StandInRules;
import dev.fedbytweets.xstandin.XStandIn;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComplianceClientTest {

  private static final Instant NOW = Instant.parse("2026-11-29T06:00:00Z");

  /// Twenty bytes each: more than two parts of an upload.
  private static final long MANY = 900_000;

  private static final long FIRST = 1_900_000_000_000_000_000L;

  private final SettableClock clock = new SettableClock(NOW);
  private final XStandIn x = XStandIn.start(StandInRules.USUAL.withClock(clock));
  private final ComplianceClient client =
      new ComplianceClient(
          new XConnection(
              x.uri(), Duration.ofSeconds(10), TokenSource.fixed("made-up-token"), clock));

  @AfterEach
  void stop() {
    x.close();
  }

  @Test
  void aListGoesUpAndWhatHappenedComesDown() {
    x.compliance().happened("tweets", "12", "deleted", NOW);
    ComplianceJob job = create(ComplianceType.TWEETS);
    assertThat(job.status()).isEqualTo(Status.CREATED);
    assertThat(job.name()).isEqualTo("check");
    assertThat(job.takesUpload(NOW)).isTrue();

    client.upload(job, ids -> LongStream.of(11, 12, 13).forEach(ids));

    assertThat(find(job).status()).isEqualTo(Status.IN_PROGRESS);
    clock.advance(Duration.ofMinutes(2));
    ComplianceJob done = find(job);
    assertThat(done.status()).isEqualTo(Status.COMPLETE);
    assertThat(downloaded(done))
        .singleElement()
        .asString()
        .startsWith("{\"id\":\"12\",\"action\":\"delete\"");
  }

  @Test
  void theTokenGoesToXAlone() {
    ComplianceJob job = create(ComplianceType.USERS);
    client.upload(job, ids -> ids.accept(1));
    clock.advance(Duration.ofMinutes(2));
    downloaded(find(job));

    for (LoggedRequest request : x.log().requests()) {
      assertThat(request.headers().containsKey("authorization"))
          .isEqualTo(request.path().startsWith("/2/"));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, MANY})
  void listsOfAnyLengthArriveWhole(long length) {
    assertThat(uploaded(length)).isEqualTo(length);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, MANY})
  void alsoWhereUploadsCannotBeResumed(long length) {
    x.compliance().setResumable(false);

    assertThat(uploaded(length)).isEqualTo(length);
  }

  @ParameterizedTest
  @ValueSource(longs = {2, MANY})
  void anUploadThatBreaksOffIsResumed(long length) {
    x.compliance().cutNextUploads(3);

    assertThat(uploaded(length)).isEqualTo(length);
  }

  @Test
  void anUploadThatBreaksOffAgainAndAgainFailsAndBeginsAnew() {
    ComplianceJob job = create(ComplianceType.TWEETS);
    x.compliance().cutNextUploads(100);
    assertThatThrownBy(() -> client.upload(job, this::three))
        .isInstanceOf(RetryableException.class)
        .hasMessageStartingWith("the list of a compliance job: no answer came from X: ");

    x.compliance().cutNextUploads(0);
    client.upload(find(job), this::three);
    assertThat(find(job).status()).isEqualTo(Status.IN_PROGRESS);
  }

  @Test
  void anUploadThatComesTooLateCanBeTriedWithAnotherJob() {
    ComplianceJob job = create(ComplianceType.TWEETS);
    clock.advance(Duration.ofMinutes(16));

    assertThat(job.takesUpload(clock.instant())).isFalse();
    assertThatThrownBy(() -> client.upload(job, this::three))
        .isInstanceOf(RetryableException.class)
        .hasMessage("the list of a compliance job cannot be uploaded: localhost answered 400");
    assertThat(find(job).status()).isEqualTo(Status.EXPIRED);
  }

  @Test
  void anotherJobOfTheTypeMayRunAlready() {
    create(ComplianceType.TWEETS);

    assertThat(client.create(ComplianceType.TWEETS, "other"))
        .isInstanceOf(JobOutcome.Occupied.class);
    assertThat(((JobOutcome.Given) client.all(ComplianceType.TWEETS)).jobs()).hasSize(1);
    assertThat(((JobOutcome.Given) client.all(ComplianceType.USERS)).jobs()).isEmpty();
    assertThat(client.find("1")).isInstanceOf(JobOutcome.Missing.class);
  }

  @Test
  void anAccountWithoutAccessIsToldSo() {
    x.compliance().setAccess(false);

    assertThatThrownBy(() -> client.create(ComplianceType.TWEETS, "check"))
        .isInstanceOf(MisconfiguredException.class)
        .hasMessageContaining("the account at X has no access to compliance jobs (403, ");
  }

  @Test
  void aRateLimitSaysUntilWhen() {
    x.failNext(Fault.rateLimited(RateHeaders.EXHAUSTED));

    assertThat(client.find("1"))
        .isEqualTo(new JobOutcome.Throttled(NOW.plus(Duration.ofMinutes(15)).plusSeconds(5)));
  }

  @Test
  void failuresOfXPass() {
    x.failNext(Fault.serverFailure(503));
    assertThatThrownBy(() -> client.find("1")).isInstanceOf(RetryableException.class);
    x.failNext(Fault.webPage());
    assertThatThrownBy(() -> client.find("1"))
        .isInstanceOf(RetryableException.class)
        .hasMessageContaining("cannot be read");
    x.failNext(Fault.noAnswer());
    assertThatThrownBy(() -> client.find("1"))
        .isInstanceOf(RetryableException.class)
        .hasMessageContaining("no answer came from X");
  }

  @Test
  void resultsThatBreakOffAreNone() {
    x.compliance().happened("tweets", "12", "deleted", NOW);
    ComplianceJob job = create(ComplianceType.TWEETS);
    client.upload(job, ids -> ids.accept(12));
    clock.advance(Duration.ofMinutes(2));
    ComplianceJob done = find(job);
    x.failNext(Fault.bodyCutShort());

    assertThatThrownBy(() -> downloaded(done)).isInstanceOf(RetryableException.class);
    assertThat(downloaded(done)).hasSize(1);
  }

  @Test
  void anAddressAtXItselfGetsTheToken() {
    XConnection connection =
        new XConnection(
            URI.create("https://api.x.com"),
            Duration.ofSeconds(10),
            TokenSource.fixed("made-up-token"),
            clock);

    assertThat(
            connection
                .requestTo(URI.create("https://api.x.com/2/compliance/jobs/1/upload"))
                .build()
                .header("Authorization"))
        .isEqualTo("Bearer made-up-token");
    assertThat(
            connection
                .requestTo(URI.create("http://api.x.com/2/compliance/jobs/1/upload"))
                .build()
                .header("Authorization"))
        .isNull();
  }

  /// How many of so many identifiers come back if something happened to each.
  private long uploaded(long length) {
    ComplianceJob job = create(ComplianceType.TWEETS);
    for (long mark = 0; mark < length; mark += Math.max(1, length / 10)) {
      x.compliance().happened("tweets", Long.toString(FIRST + mark), "deleted", null);
    }
    x.compliance().happened("tweets", Long.toString(FIRST + length - 1), "deleted", null);
    client.upload(job, ids -> LongStream.range(0, length).forEach(id -> ids.accept(FIRST + id)));
    clock.advance(Duration.ofMinutes(2));
    int back = downloaded(find(job)).size();
    int told = length == 0 ? 0 : length < 10 ? (int) length : 11;
    return back == told ? length : -1;
  }

  private void three(LongConsumer ids) {
    LongStream.of(11, 12, 13).forEach(ids);
  }

  private ComplianceJob create(ComplianceType type) {
    return only(client.create(type, "check"));
  }

  private ComplianceJob find(ComplianceJob job) {
    return only(client.find(job.id()));
  }

  private static ComplianceJob only(JobOutcome outcome) {
    return ((JobOutcome.Given) outcome).jobs().getFirst();
  }

  private List<String> downloaded(ComplianceJob job) {
    List<String> lines = new ArrayList<>();
    client.download(job, lines::add);
    return lines;
  }
}
