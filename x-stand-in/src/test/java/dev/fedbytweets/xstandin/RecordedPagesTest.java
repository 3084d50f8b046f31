package dev.fedbytweets.xstandin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.xstandin.endpoint.RecordedPages;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordedPagesTest {

  private static final Instant NOW = Instant.parse("2022-06-19T22:31:00Z");
  private static final long NEWEST = Snowflake.smallestAt(NOW.minusSeconds(60));
  private static final byte[] FIRST =
      bytes(
          """
          {"data": [{"id": "%d", "text": "one\\u2028line"}], "extra": 1,
           "includes": {"users": [{"id": "12"}]},
           "meta": {"newest_id": "%d", "result_count": 1, "next_token": "b26v"}}
          """
              .formatted(NEWEST, NEWEST));
  private static final byte[] SECOND =
      bytes("{\"data\":[{\"id\":\"5\"},{\"id\":\"4\"}],\"meta\":{\"next_token\":\"b27w\"}}");
  private static final StandInRules RULES =
      StandInRules.USUAL
          .withClock(InstantSource.fixed(NOW))
          .with(RecordedPages.of("tea", List.of(FIRST, SECOND)));

  @Test
  void servesThePagesByteForByteInTheirOrder() {
    try (XStandIn standIn = XStandIn.start(RULES)) {
      XClient x = new XClient(standIn);

      List<XClient.Reply> pages = x.pages("query", "tea");

      assertThat(pages).extracting(XClient.Reply::status).containsOnly(200);
      assertThat(pages.get(0).response().body()).isEqualTo(FIRST);
      assertThat(pages.get(1).response().body()).isEqualTo(SECOND);
      assertThat(pages.get(2).text()).isEqualTo("{\"meta\":{\"result_count\":0}}");
      assertThat(pages).hasSize(3);
      assertThat(x.search("query", "tea", "next_token", "b26v").response().body())
          .isEqualTo(SECOND);
    }
  }

  @Test
  void writesDownWhatThePagesHold() {
    try (XStandIn standIn = XStandIn.start(RULES)) {
      new XClient(standIn).pages("query", "tea");

      assertThat(standIn.log().requests().get(0).served().users()).containsExactly("12");
      assertThat(standIn.log().requests().get(1).served().posts()).containsExactly("5", "4");
      assertThat(standIn.log().chargedPosts()).isEqualTo(3);
    }
  }

  @Test
  void hasNothingNewerThanTheNewestRecordedPost() {
    try (XStandIn standIn = XStandIn.start(RULES)) {
      XClient x = new XClient(standIn);

      assertThat(x.search("query", "tea", "since_id", Long.toString(NEWEST)).text())
          .isEqualTo("{\"meta\":{\"result_count\":0}}");
      assertThat(x.search("query", "tea", "since_id", Long.toString(NEWEST - 1)).response().body())
          .isEqualTo(FIRST);
    }
  }

  @Test
  void servesThePagesHoweverOldTheyAre() {
    try (XStandIn standIn = XStandIn.start(RULES)) {
      standIn.advance(Duration.ofDays(1000));

      assertThat(new XClient(standIn).search("query", "tea").response().body()).isEqualTo(FIRST);
    }
  }

  @Test
  void checksTheRequestAsForAnyQuery() {
    try (XStandIn standIn = XStandIn.start(RULES)) {
      XClient x = new XClient(standIn);

      assertThat(x.search("query", "tea", "next_token", "b28x").message())
          .isEqualTo("Invalid 'next_token':'b28x'");
      assertThat(x.search("query", "tea", "max_results", "7").status()).isEqualTo(400);
      standIn.advance(Duration.ofDays(8));
      assertThat(x.search("query", "tea", "since_id", Long.toString(NEWEST)).status())
          .isEqualTo(400);
    }
  }

  @Test
  void leavesOtherQueriesToTheMadeUpPosts() {
    try (XStandIn standIn = XStandIn.start(RULES)) {
      assertThat(new XClient(standIn).search("query", "coffee").ids()).hasSize(10);
    }
  }

  @Test
  void refusesARecordingThatCannotBeReadToItsEnd() {
    byte[] withoutToken = bytes("{\"meta\":{\"result_count\":0}}");

    assertThatThrownBy(() -> RecordedPages.of("tea", List.of(withoutToken, SECOND)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("page 0 is not the last, but has no next_token");
    assertThatThrownBy(() -> RecordedPages.of("tea", List.of(SECOND, SECOND)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("page 1 has an earlier page's next_token");
    assertThatThrownBy(() -> RecordedPages.of("tea", List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a recording has at least one page");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
