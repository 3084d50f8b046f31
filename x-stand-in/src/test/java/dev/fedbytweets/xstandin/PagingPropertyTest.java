package dev.fedbytweets.xstandin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.xstandin.endpoint.PageShape;
import dev.fedbytweets.xstandin.endpoint.SearchRules;
import dev.fedbytweets.xstandin.posts.MadeUpPost;
import dev.fedbytweets.xstandin.posts.MadeUpPosts;
import dev.fedbytweets.xstandin.posts.PostReference;
import dev.fedbytweets.xstandin.query.SearchQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class PagingPropertyTest {

  private static final Instant NOW = Instant.parse("2026-08-07T12:00:00.250Z");
  private static final String QUERY = "(coffee OR café OR tea OR chá) -from:nobody";

  @Property(tries = 40)
  void pagingGivesEveryPostOfTheWindowOnceNewestFirst(
      @ForAll @LongRange(min = 1, max = 20) long seed,
      @ForAll @IntRange(min = 60, max = 2 * 3600) int secondsBack,
      @ForAll @IntRange(min = 30, max = 900) int distance,
      @ForAll @IntRange(min = 10, max = 100) int pageSize,
      @ForAll @IntRange(min = 0, max = 7200) int passing,
      @ForAll Given given,
      @ForAll boolean uneven) {
    MadeUpPosts world = MadeUpPosts.seeded(seed).withPostsPerHour(200);
    Instant end = NOW.minusSeconds(distance);
    Instant start = end.minusSeconds(secondsBack);
    SearchRules search = SearchRules.USUAL.shaped(uneven ? PageShape.uneven() : PageShape.full());
    StandInRules rules =
        StandInRules.USUAL.withPosts(world).withClock(InstantSource.fixed(NOW)).withSearch(search);
    try (XStandIn standIn = XStandIn.start(rules)) {
      List<String> ids = collected(standIn, window(given, start, end, pageSize), passing);

      assertThat(ids).isEqualTo(expected(world, given.start(start), given.end(end)));
    }
  }

  private static String[] window(Given given, Instant start, Instant end, int pageSize) {
    String[] search = {"query", QUERY, "max_results", Integer.toString(pageSize)};
    String sinceId = Long.toString(Snowflake.smallestAt(start));
    return switch (given) {
      case TIMES ->
          XClient.with(search, "start_time", start.toString(), "end_time", end.toString());
      case IDENTIFIERS ->
          XClient.with(
              search, "since_id", sinceId, "until_id", Long.toString(Snowflake.smallestAt(end)));
      case SINCE_ID_ONLY -> XClient.with(search, "since_id", sinceId);
    };
  }

  /// All pages; between each two, so many seconds pass.
  private static List<String> collected(XStandIn standIn, String[] search, int passing) {
    XClient x = new XClient(standIn);
    XClient.Reply page = x.search(search);
    List<String> ids = new ArrayList<>(page.ids());
    while (!page.nextToken().isEmpty()) {
      standIn.advance(Duration.ofSeconds(passing));
      page = x.search(XClient.with(search, "next_token", page.nextToken()));
      ids.addAll(page.ids());
    }
    return ids;
  }

  private static List<String> expected(MadeUpPosts world, Instant start, Instant end) {
    SearchQuery query = SearchQuery.parse(QUERY);
    return world.posts(start.minusSeconds(1), NOW).stream()
        .filter(post -> !time(post).isBefore(start) && time(post).isBefore(end))
        .filter(post -> !post.isRelated(PostReference.Type.RETWEETED))
        .filter(query::matches)
        .map(post -> Long.toString(post.id()))
        .toList();
  }

  private static Instant time(MadeUpPost post) {
    return Snowflake.timeOf(post.id());
  }

  /// How the window is given, and what it then really is.
  enum Given {
    TIMES,
    IDENTIFIERS,
    SINCE_ID_ONLY;

    Instant start(Instant start) {
      return this == TIMES ? start.truncatedTo(ChronoUnit.SECONDS) : start;
    }

    Instant end(Instant end) {
      return switch (this) {
        case TIMES -> end.truncatedTo(ChronoUnit.SECONDS);
        case IDENTIFIERS -> end;
        case SINCE_ID_ONLY -> NOW.minusSeconds(30);
      };
    }
  }
}
