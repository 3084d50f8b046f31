package dev.fedbytweets.xstandin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.fedbytweets.xstandin.endpoint.Answer.Delivery;
import dev.fedbytweets.xstandin.endpoint.SearchRules;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestLogTest {

  private static final Instant NOW = Instant.parse("2026-08-07T23:50:00Z");
  private static final StandInRules RULES = StandInRules.USUAL.withClock(InstantSource.fixed(NOW));

  @Test
  void tellsWhatWasAskedAndAnswered() {
    try (XStandIn standIn = XStandIn.start(RULES)) {
      XClient x = new XClient(standIn);

      XClient.Reply reply = x.search("query", "tea & \"green tea\"", "expansions", "author_id");
      x.search("query", "tea", "max_results", "1");
      x.get(RequestRouter.USAGE);

      List<LoggedRequest> requests = standIn.log().requests();
      assertThat(requests).extracting(LoggedRequest::number).containsExactly(1, 2, 3);
      assertThat(requests).extracting(LoggedRequest::status).containsExactly(200, 400, 200);
      assertThat(requests.getFirst().at()).isEqualTo(NOW);
      assertThat(requests.getFirst().parameters())
          .containsOnly(entry("query", "tea & \"green tea\""), entry("expansions", "author_id"));
      assertThat(requests.getFirst().served().posts()).isEqualTo(reply.ids());
      assertThat(requests.getFirst().served().users())
          .isEqualTo(reply.json().at("/includes/users").findValuesAsText("id"));
      assertThat(requests.getFirst().fault()).isEmpty();
      assertThat(standIn.log().requestsTo(RequestRouter.SEARCH)).hasSize(2);
    }
  }

  @Test
  void noticesAPageThatIsServedTwice() {
    try (XStandIn standIn = XStandIn.start(RULES)) {
      XClient x = new XClient(standIn);
      XClient.Reply first = x.search("query", "tea");
      String[] second = {"query", "tea", "next_token", first.nextToken()};
      x.search(second);
      boolean before = standIn.log().pagesServedTwice().isEmpty();

      standIn.advance(Duration.ofHours(1));
      XClient.Reply again = x.search(second);

      assertThat(before).isTrue();
      assertThat(standIn.log().pagesServedTwice()).hasSize(1);
      assertThat(standIn.log().postsServedTwice()).containsExactlyInAnyOrderElementsOf(again.ids());
    }
  }

  @Test
  void allowsAskingAgainForAPageThatDidNotArrive() {
    try (XStandIn standIn = XStandIn.start(RULES)) {
      XClient x = new XClient(standIn);
      standIn.failNext(Fault.jsonCutShort());
      standIn.failNext(Fault.serverFailure(503));

      x.search("query", "tea");
      x.search("query", "tea");
      x.search("query", "tea");

      assertThat(standIn.log().pagesServedTwice()).isEmpty();
      assertThat(standIn.log().postsServedTwice()).isEmpty();
      assertThat(standIn.log().requests())
          .extracting(LoggedRequest::delivery)
          .containsExactly(Delivery.SPOILED, Delivery.WHOLE, Delivery.WHOLE);
      assertThat(standIn.log().requests().get(1).served().posts()).isEmpty();
    }
  }

  @Test
  void noticesPostsThatAreRepeatedAcrossPages() {
    StandInRules rules = RULES.withSearch(SearchRules.USUAL.repeating(2));
    try (XStandIn standIn = XStandIn.start(rules)) {
      XClient x = new XClient(standIn);
      XClient.Reply first = x.search("query", "tea");

      x.search("query", "tea", "next_token", first.nextToken());

      assertThat(standIn.log().pagesServedTwice()).isEmpty();
      assertThat(standIn.log().postsServedTwice())
          .containsExactlyInAnyOrderElementsOf(first.ids().subList(8, 10));
    }
  }

  @Test
  void chargesAPostOnceForEachDayOnWhichItWasRead() {
    try (XStandIn standIn = XStandIn.start(RULES)) {
      XClient x = new XClient(standIn);
      String[] search = {"query", "tea", "end_time", NOW.minus(Duration.ofHours(1)).toString()};

      x.search(search);
      x.search(search);
      int onTheFirstDay = standIn.log().chargedPosts();
      standIn.advance(Duration.ofMinutes(11));
      x.search(search);

      assertThat(onTheFirstDay).isEqualTo(10);
      assertThat(standIn.log().chargedPosts()).isEqualTo(20);
      assertThat(standIn.log().chargedPostsByDay())
          .containsExactly(
              entry(LocalDate.of(2026, 8, 7), 10), entry(LocalDate.of(2026, 8, 8), 10));
    }
  }

  @Test
  void chargesWhatDidNotArrive() {
    try (XStandIn standIn = XStandIn.start(RULES)) {
      standIn.failNext(Fault.jsonCutShort());

      new XClient(standIn).search("query", "tea");

      assertThat(standIn.log().chargedPosts()).isEqualTo(10);
    }
  }
}
