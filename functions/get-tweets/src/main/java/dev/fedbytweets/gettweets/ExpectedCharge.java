package dev.fedbytweets.gettweets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.run.Subject;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.gettweets.checkpoint.Checkpoint;
import dev.fedbytweets.gettweets.checkpoint.SearchCriteria;
import dev.fedbytweets.gettweets.checkpoint.SearchHorizon;
import dev.fedbytweets.gettweets.checkpoint.Window;
import dev.fedbytweets.gettweets.checkpoint.WindowPlanner;
import dev.fedbytweets.gettweets.x.XCounts;
import dev.fedbytweets.xclient.NoAnswer;
import dev.fedbytweets.xclient.XResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;

/// Estimates what the next run of a subject will read and cost. X charges for the count itself,
/// however many posts there are.
public final class ExpectedCharge {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /// A run that does not exist yet has read nothing.
  private static final RunName NEXT = new RunName("expected-charge");

  /// A limit is an integer.
  private static final long LARGEST_LIMIT = Integer.MAX_VALUE;

  /// What X charges for a request to count: its price list of 2026.
  private static final BigDecimal COUNT_USD = new BigDecimal("0.005");

  private static final int UNAUTHORIZED = 401;

  private final GetTweetsConfig config;
  private final CheckpointView view;
  private final XCounts x;
  private final InstantSource clock;

  /// @param store of the lake
  public ExpectedCharge(GetTweetsConfig config, ObjectStore store, XCounts x, InstantSource clock) {
    this.config = config;
    this.view = new CheckpointView(store);
    this.x = x;
    this.clock = clock;
  }

  /// What the next run will read.
  ///
  /// @param posts that X counts and the subject's limits allow; without a count what the limits
  ///     allow; empty without either
  /// @param isCounted whether X gave a count. It gives none if this account may not count or is
  ///     out of credits, or if X cannot answer now; collecting itself will say which
  /// @param failure why nothing can be read now: no answer came, or X does not accept the token;
  ///     empty otherwise
  /// @param usd what X is expected to charge for the posts (see
  ///     [dev.fedbytweets.core.config.XPrices#chargeUsd]) and for the count, US dollars; empty if
  ///     `posts` is
  /// @param mostMediaUsd what X may charge beside it at most for their pictures and videos, US
  ///     dollars; empty if the subject does not ask for them, or if `posts` is
  /// @param changed that the subject was asked for in other words before, and is not searched anew
  public record Expectation(
      Optional<Long> posts,
      boolean isCounted,
      Optional<String> failure,
      Optional<BigDecimal> usd,
      Optional<BigDecimal> mostMediaUsd,
      Optional<ChangedQuery> changed) {}

  /// A query that is not the subject's any more.
  ///
  /// @param former the query
  /// @param endsOpenWindow whether an open window is read to its end with it
  /// @param searchedFrom the time from which on X can be searched anew
  public record ChangedQuery(String former, boolean endsOpenWindow, Instant searchedFrom) {}

  /// The expectation for a subject.
  ///
  /// @throws MisconfiguredException if there is no usable token
  /// @throws dev.fedbytweets.core.failure.RejectedException if X does not search the time from
  ///     which on the subject is to be searched anew
  public Expectation of(Subject subject) {
    Instant now = clock.instant();
    PostLimits limits = PostLimits.of(subject);
    Checkpoint checkpoint =
        new WindowPlanner(subject, NEXT, limits.pageSize(), config.windowOverlap())
            .plan(view.read(subject.name()).orElse(Checkpoint.start(subject.name())), now);
    Window window = checkpoint.currentWindow();
    long allowed = limits.left(checkpoint, NEXT, now);
    Count count = count(window.criteria());
    Optional<Long> counted =
        count.posts().map(total -> Math.max(0, total - window.progress().posts()));
    Optional<Long> posts =
        counted.isEmpty() && allowed > LARGEST_LIMIT
            ? Optional.empty()
            : Optional.of(Math.min(counted.orElse(allowed), allowed));
    return new Expectation(
        posts,
        counted.isPresent(),
        count.failure(),
        posts.map(read -> config.prices().chargeUsd(read, 0)).map(COUNT_USD::add),
        posts.filter(_ -> subject.asksForMedia()).map(config::mostMediaUsd),
        changed(subject, checkpoint, now));
  }

  private static Optional<ChangedQuery> changed(
      Subject subject, Checkpoint checkpoint, Instant now) {
    Window window = checkpoint.currentWindow();
    String former = window.started() ? window.criteria().query() : checkpoint.coverage().query();
    return Optional.ofNullable(former)
        .filter(query -> subject.from() == null && !query.equals(subject.query()))
        .map(query -> new ChangedQuery(query, window.started(), SearchHorizon.oldest(now)));
  }

  /// @param posts empty if X gives no count
  /// @param failure as of [Expectation]
  private record Count(Optional<Long> posts, Optional<String> failure) {}

  private Count count(SearchCriteria criteria) {
    XResponse response;
    try {
      response = x.count(criteria.query(), criteria.sinceId());
    } catch (IOException e) {
      String cause = NoAnswer.cause(e, config.x().address());
      return new Count(Optional.empty(), Optional.of("no answer from X: " + cause));
    }
    if (response.status() == UNAUTHORIZED) {
      return new Count(Optional.empty(), Optional.of("X does not accept the bearer token"));
    }
    return new Count(total(response), Optional.empty());
  }

  private static Optional<Long> total(XResponse response) {
    if (response.status() != 200) {
      return Optional.empty();
    }
    try {
      return total(MAPPER.readTree(response.body()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// X renamed the field with version 2.167 of its OpenAPI file.
  private static Optional<Long> total(JsonNode answer) {
    JsonNode meta = answer.path("meta");
    return Stream.of(meta.path("total_post_count"), meta.path("total_tweet_count"))
        .filter(JsonNode::isIntegralNumber)
        .findFirst()
        .map(JsonNode::longValue);
  }
}
