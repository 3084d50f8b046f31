package dev.fedbytweets.gettweets.doubles;

import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.core.storage.RateLimit;
import dev.fedbytweets.gettweets.x.SearchRequest;
import dev.fedbytweets.gettweets.x.XResponse;
import dev.fedbytweets.gettweets.x.XSearch;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/// Recent search over made-up posts, as X documents it: newest first, up to 30 seconds ago, 7
/// days back, identifiers that are older refused, tokens that stay good for what they were given
/// for.
public final class Timeline implements XSearch {

  public static final RateLimit PLENTY = new RateLimit(450, 449, null);

  private static final Duration REACH = Duration.ofDays(7);
  private static final Duration DELAY = Duration.ofSeconds(30);

  private final InstantSource clock;
  private final NavigableSet<Long> posts = new TreeSet<>();
  private final List<SearchRequest> answered = new ArrayList<>();
  private RateLimit rateLimit = PLENTY;
  private int largestPage = Integer.MAX_VALUE;

  public Timeline(InstantSource clock) {
    this.clock = clock;
  }

  /// Adds a post of this moment.
  ///
  /// @param number tells posts of the same millisecond apart
  /// @return its identifier
  public long post(Instant time, int number) {
    long id = Snowflake.smallestAt(time) + number;
    posts.add(id);
    return id;
  }

  /// Adds posts, one each minute, the last one at this time.
  ///
  /// @return their identifiers, oldest first
  public List<Long> postEachMinute(Instant last, int count) {
    List<Long> ids = new ArrayList<>();
    for (int back = count - 1; back >= 0; back--) {
      ids.add(post(last.minus(Duration.ofMinutes(back)), 7));
    }
    return ids;
  }

  public Collection<Long> posts() {
    return posts;
  }

  /// From now on gives no page more posts than this, however many are asked for.
  public void giveAtMost(int count) {
    largestPage = count;
  }

  /// What the headers of the next answers say.
  public void say(RateLimit limit) {
    rateLimit = limit;
  }

  /// The requests that were answered with a page.
  public List<SearchRequest> answered() {
    return answered;
  }

  @Override
  public XResponse search(SearchRequest request) {
    Instant now = clock.instant();
    long oldest = Snowflake.smallestAt(now.minus(REACH));
    for (Long bound : new Long[] {request.sinceId(), request.untilId()}) {
      if (bound != null && bound <= oldest) {
        return answer(400, tooOld(now, oldest));
      }
    }
    Token token =
        request.token() == null ? Token.first(request, now) : Token.parse(request.token());
    if (!token.belongsTo(request)) {
      return answer(
          400, "{\"title\":\"Invalid Request\",\"detail\":\"next_token is of another query\"}");
    }
    answered.add(request);
    return answer(200, page(request, token));
  }

  private String page(SearchRequest request, Token token) {
    int most = Math.min(request.pageSize(), largestPage);
    List<Long> found = new ArrayList<>();
    Iterator<Long> candidates =
        posts
            .subSet(Math.min(token.after, token.before), false, token.before, false)
            .descendingIterator();
    while (candidates.hasNext() && found.size() < most) {
      found.add(candidates.next());
    }
    return Pages.of(found, candidates.hasNext() ? token.next(found.getLast()) : null);
  }

  private XResponse answer(int status, String body) {
    Instant now = clock.instant();
    return new XResponse(status, body.getBytes(StandardCharsets.UTF_8), rateLimit, now, now);
  }

  private static String tooOld(Instant now, long oldest) {
    return ("{\"errors\":[{\"parameters\":{\"since_id\":[\"1\"]},\"message\":\"'since_id' must be a"
            + " tweet id created after [%s]. Please use a 'since_id' that is larger than"
            + " %d\"}],\"title\":\"Invalid Request\",\"detail\":\"One or more parameters to"
            + " your request was invalid.\"}")
        .formatted(now.minus(REACH), oldest);
  }

  /// A place in what a first request found, and what that request was.
  private record Token(String of, long after, long before) {

    static Token first(SearchRequest request, Instant now) {
      long floor = Snowflake.smallestAt(now.minus(REACH)) - 1;
      long ceiling = Snowflake.smallestAt(now.minus(DELAY));
      return new Token(
          asked(request),
          request.sinceId() == null ? floor : Math.max(floor, request.sinceId()),
          request.untilId() == null ? ceiling : Math.min(ceiling, request.untilId()));
    }

    static Token parse(String text) {
      String[] parts = text.split("\\.");
      return new Token(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }

    String next(long last) {
      return of + "." + after + "." + last;
    }

    boolean belongsTo(SearchRequest request) {
      return of.equals(asked(request));
    }

    /// Parameters must not change within a window.
    private static String asked(SearchRequest request) {
      return Integer.toHexString(
          (request.query() + request.sinceId() + request.untilId() + request.pageSize())
              .hashCode());
    }
  }
}
