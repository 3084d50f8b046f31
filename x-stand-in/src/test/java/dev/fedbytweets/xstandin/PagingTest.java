package dev.fedbytweets.xstandin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.xstandin.endpoint.PageShape;
import dev.fedbytweets.xstandin.endpoint.SearchRules;
import dev.fedbytweets.xstandin.posts.MadeUpPost;
import dev.fedbytweets.xstandin.posts.MadeUpPosts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagingTest {

  private static final Instant NOW = Instant.parse("2026-08-07T12:00:00Z");
  private static final StandInRules RULES = StandInRules.USUAL.withClock(InstantSource.fixed(NOW));
  private static final String[] TEA_OF_TODAY = {
    "query", "tea OR coffee", "start_time", "2026-08-07T00:00:00Z"
  };

  @Test
  void givesTheSamePageForATokenAtAnyLaterTime() {
    try (XStandIn standIn = XStandIn.start(RULES)) {
      XClient x = new XClient(standIn);
      XClient.Reply first = x.search(TEA_OF_TODAY);
      String[] second = XClient.with(TEA_OF_TODAY, "next_token", first.nextToken());
      XClient.Reply before = x.search(second);

      standIn.advance(Duration.ofDays(30));
      XClient.Reply after = x.search(second);

      assertThat(before.ids()).hasSize(10).doesNotContainAnyElementsOf(first.ids());
      assertThat(after.ids()).isEqualTo(before.ids());
      assertThat(after.nextToken()).isEqualTo(before.nextToken());
    }
  }

  @Test
  void givesTheSamePageForATokenThatAnotherProcessGaveOut() {
    String[] second;
    List<String> expected;
    try (XStandIn standIn = XStandIn.start(RULES)) {
      XClient x = new XClient(standIn);
      second = XClient.with(TEA_OF_TODAY, "pagination_token", x.search(TEA_OF_TODAY).nextToken());
      expected = x.search(second).ids();
    }

    try (XStandIn standIn = XStandIn.start(RULES)) {
      assertThat(new XClient(standIn).search(second).ids()).isEqualTo(expected);
    }
  }

  @Test
  void keepsToTheVersionsOfTheFirstPageThoughAPostIsEditedMeanwhile() {
    MadeUpPosts world = MadeUpPosts.seeded(3).withPostsPerHour(400);
    MadeUpPost edited =
        world.posts(NOW.minus(Duration.ofHours(3)), NOW).stream()
            .filter(post -> post.versions().size() == 2)
            .filter(post -> age(post).compareTo(Duration.ofMinutes(20)) > 0)
            .findFirst()
            .orElseThrow();
    long first = edited.versions().getFirst();
    Instant beforeTheEdit = Snowflake.timeOf(edited.id()).minusMillis(1);
    StandInRules rules = RULES.withPosts(world).withClock(InstantSource.fixed(beforeTheEdit));
    try (XStandIn standIn = XStandIn.start(rules)) {
      XClient x = new XClient(standIn);
      String[] search = {"query", "-nosuchword", "since_id", Long.toString(first - 1)};
      XClient.Reply page = x.search(search);
      standIn.advance(Duration.ofHours(1));

      List<String> others = new ArrayList<>();
      while (!page.nextToken().isEmpty()) {
        page = x.search(XClient.with(search, "next_token", page.nextToken()));
        others.addAll(page.ids());
      }

      assertThat(others).hasSizeGreaterThan(10).last().isEqualTo(Long.toString(first));
    }
  }

  /// How old the first version was when the second came.
  private static Duration age(MadeUpPost edited) {
    return Duration.between(
        Snowflake.timeOf(edited.versions().getFirst()), Snowflake.timeOf(edited.id()));
  }

  @Test
  void refusesATokenOfAnotherQueryOrAnotherWindow() {
    try (XStandIn standIn = XStandIn.start(RULES)) {
      XClient x = new XClient(standIn);
      String token = x.search("query", "tea").nextToken();

      for (XClient.Reply reply :
          List.of(
              x.search("query", "coffee", "next_token", token),
              x.search("query", "tea", "start_time", "2026-08-07T00:00:00Z", "next_token", token),
              x.search("query", "tea", "next_token", token.replace('1', '2')))) {
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.message()).startsWith("Invalid 'next_token':'");
      }
    }
  }

  @Test
  void endsWithAPageThatHasNoToken() {
    try (XStandIn standIn = XStandIn.start(RULES)) {
      List<XClient.Reply> pages = new XClient(standIn).pages(TEA_OF_TODAY);

      assertThat(pages).hasSizeGreaterThan(2);
      assertThat(pages.getLast().json().path("meta").has("next_token")).isFalse();
      assertThat(pages.subList(0, pages.size() - 1)).allMatch(page -> page.ids().size() == 10);
    }
  }

  @Test
  void givesShortAndEmptyPagesThatStillGoOn() {
    StandInRules uneven = RULES.withSearch(SearchRules.USUAL.shaped(PageShape.uneven()));
    List<String> expected = ids(RULES);
    try (XStandIn standIn = XStandIn.start(uneven)) {
      List<XClient.Reply> pages = new XClient(standIn).pages(TEA_OF_TODAY);

      assertThat(pages.stream().limit(5).map(page -> page.ids().size()))
          .containsExactly(10, 5, 10, 5, 0);
      assertThat(pages.get(4).json().path("data").isMissingNode()).isTrue();
      assertThat(pages.get(4).json().at("/meta/newest_id").isMissingNode()).isTrue();
      assertThat(pages.get(4).json().at("/meta/result_count").asInt()).isZero();
      assertThat(pages.get(4).nextToken()).isNotEmpty();
      assertThat(pages.stream().flatMap(page -> page.ids().stream()))
          .containsExactlyElementsOf(expected);
    }
  }

  @Test
  void beginsWithAnEmptyPageOnDemand() {
    StandInRules rules = RULES.withSearch(SearchRules.USUAL.shaped(PageShape.emptyFirst()));
    try (XStandIn standIn = XStandIn.start(rules)) {
      XClient.Reply first = new XClient(standIn).search(TEA_OF_TODAY);

      assertThat(first.ids()).isEmpty();
      assertThat(first.nextToken()).isNotEmpty();
    }
  }

  @Test
  void repeatsPostsAcrossPagesOnDemandAndLosesNone() {
    List<String> expected = ids(RULES);
    StandInRules rules = RULES.withSearch(SearchRules.USUAL.repeating(3));
    try (XStandIn standIn = XStandIn.start(rules)) {
      List<XClient.Reply> pages = new XClient(standIn).pages(TEA_OF_TODAY);

      assertThat(pages.get(1).ids().subList(0, 3)).isEqualTo(pages.get(0).ids().subList(7, 10));
      assertThat(new HashSet<>(pages.stream().flatMap(page -> page.ids().stream()).toList()))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  private static List<String> ids(StandInRules rules) {
    try (XStandIn standIn = XStandIn.start(rules)) {
      return new XClient(standIn)
          .pages(TEA_OF_TODAY).stream().flatMap(page -> page.ids().stream()).toList();
    }
  }
}
