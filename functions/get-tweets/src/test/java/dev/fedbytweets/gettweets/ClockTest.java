package dev.fedbytweets.gettweets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.metrics.Metric;
import dev.fedbytweets.core.step.GetTweetsOutput;
import dev.fedbytweets.core.step.StopReason;
import dev.fedbytweets.core.storage.PageKey;
import dev.fedbytweets.gettweets.x.XSdkClient;
import dev.fedbytweets.gettweets.x.XSearch;
import dev.fedbytweets.xclient.TokenSource;
import dev.fedbytweets.xclient.XResponse;
import dev.fedbytweets.xstandin.Fault;
import dev.fedbytweets.xstandin.SettableClock;
import dev.fedbytweets.xstandin.XStandIn;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A machine whose clock is not X's, over HTTP.
class ClockTest {

  private static final Instant NOON = MemoryLake.NOON;

  private final MemoryLake lake = new MemoryLake();
  private final XStandIn server = lake.listening();
  private final SettableClock here = new SettableClock(NOON);

  @BeforeEach
  void connect() {
    lake.set("X_API_URL", server.uri().toString());
    lake.posts.postEachMinute(NOON.minusSeconds(60), 150);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private GetTweetsOutput collect() {
    XSdkClient x = new XSdkClient(lake.config.x(), TokenSource.fixed("made-up"), here);
    return new GetTweets(lake.config, lake.store, x, here, lake.metrics)
        .collect(lake.input("first"), MemoryLake.HOLDER, Instant.MAX);
  }

  @ParameterizedTest
  @CsvSource({"301, ahead of", "-301, behind", "864000, ahead of"})
  void aClockThatIsFarOffIsRefusedBeforeAPageIsPaid(int seconds, String direction) {
    here.set(NOON.plusSeconds(seconds));

    assertThatThrownBy(this::collect)
        .isInstanceOf(MisconfiguredException.class)
        .hasMessageContaining("this machine's clock is " + Duration.ofSeconds(seconds).abs())
        .hasMessageContaining(direction + " X's: set it");

    assertThat(server.log().requests()).isEmpty();
    assertThat(lake.keys("")).as("nothing is planned by that clock").isEmpty();
    assertThat(lake.metrics.count(Metric.CLOCK_OFF)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {-299, -61, 61, 299})
  void aClockThatIsOffIsToldAndThePagesHaveXsTime(int seconds) {
    here.set(NOON.plusSeconds(seconds));

    GetTweetsOutput output = collect();

    assertThat(output.reason()).isEqualTo(StopReason.WINDOW_COMPLETE);
    assertThat(output.clockAheadSeconds()).isEqualTo(seconds);
    assertThat(lake.metrics.count(Metric.CLOCK_OFF)).isEqualTo(1);
    assertThat(lake.storedPosts()).containsExactlyInAnyOrderElementsOf(lake.posts.ids());
    assertThat(lake.pages())
        .extracting(page -> lake.metadata(page).retrievedAt())
        .containsOnly(NOON);
    assertThat(lake.checkpoint().coverage().until()).isEqualTo(NOON.minusSeconds(30));
  }

  @ParameterizedTest
  @ValueSource(ints = {-59, 0, 59})
  void aClockThatIsAlmostRightIsNotWorthAWord(int seconds) {
    here.set(NOON.plusSeconds(seconds));

    GetTweetsOutput output = collect();

    assertThat(output.clockAheadSeconds()).isZero();
    assertThat(lake.metrics.count(Metric.CLOCK_OFF)).isZero();
    PageKey page = lake.pages().getFirst();
    assertThat(lake.metadata(page).retrievedAt()).isEqualTo(here.instant());
  }

  @Test
  void aPageThatIsPaidWhenTheClockTurnsOutWrongIsKeptWithXsTime() {
    server.failRequest(1, Fault.header("date", "Sat, 21 Nov 2026 11:00:00 GMT"));

    assertThatThrownBy(this::collect).isInstanceOf(MisconfiguredException.class);

    assertThat(server.log().requests()).hasSize(1);
    assertThat(lake.pages()).hasSize(1);
    assertThat(lake.metadata(lake.pages().getFirst()).retrievedAt())
        .isEqualTo(NOON.minus(Duration.ofHours(1)));
    assertThat(lake.checkpoint().lease()).isNull();
    collect();
    assertThat(lake.storedPosts()).containsExactlyInAnyOrderElementsOf(lake.posts.ids());
  }

  @Test
  void anAnswerThatCannotBeReadIsKeptWithXsTimeToo() {
    server.failRequest(1, Fault.jsonCutShort());
    XSdkClient x = new XSdkClient(lake.config.x(), TokenSource.fixed("made-up"), here);
    XSearch anHourBehind =
        request -> {
          XResponse answer = x.search(request);
          return new XResponse(
              answer.status(),
              answer.body(),
              answer.rateLimit(),
              answer.requestedAt(),
              answer.retrievedAt(),
              NOON.minus(Duration.ofHours(1)));
        };

    assertThatThrownBy(
            () ->
                new GetTweets(lake.config, lake.store, anHourBehind, here, lake.metrics)
                    .collect(lake.input("first"), MemoryLake.HOLDER, Instant.MAX))
        .isInstanceOf(MisconfiguredException.class);

    assertThat(lake.keys("quarantine/")).hasSize(1);
    assertThat(lake.checkpoint().currentWindow().progress().unreadableSince())
        .isEqualTo(NOON.minus(Duration.ofHours(1)));
  }

  @Test
  void anXThatDoesNotSayItsTimeIsBelieved() {
    server.failNext(Fault.header("date", "soon"), 10);

    assertThat(collect().reason()).isEqualTo(StopReason.WINDOW_COMPLETE);
  }
}
