package dev.fedbytweets.gettweets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.run.Subject;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.gettweets.checkpoint.Checkpoint;
import dev.fedbytweets.gettweets.checkpoint.SearchCriteria;
import dev.fedbytweets.gettweets.checkpoint.Window;
import dev.fedbytweets.gettweets.checkpoint.WindowPlanner;
import dev.fedbytweets.gettweets.x.XCounts;
import dev.fedbytweets.gettweets.x.XResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;

/// Estimates what the next run of a subject will read and cost. Asking X costs $0.005 itself,
/// however many posts there are.
public final class ExpectedCharge {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /// A run that does not exist yet has read nothing.
  private static final RunName NEXT = new RunName("expected-charge");

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
  /// @param posts that X counts and the subject's limits allow
  /// @param usd what X is expected to charge for them, US dollars (see
  ///     [GetTweetsConfig#chargeUsd(long)])
  public record Expectation(long posts, BigDecimal usd) {}

  /// The expectation for a subject; empty if X gives no count: this account may not count, is out
  /// of credits, or X cannot answer now. Collecting itself will say which.
  ///
  /// @throws MisconfiguredException if there is no usable token
  public Optional<Expectation> of(Subject subject) {
    Instant now = clock.instant();
    PostLimits limits = PostLimits.of(subject);
    Checkpoint checkpoint =
        new WindowPlanner(subject, NEXT, limits.pageSize())
            .plan(view.read(subject.name()).orElse(Checkpoint.start(subject.name())), now);
    Window window = checkpoint.currentWindow();
    return counted(window.criteria())
        .map(count -> Math.max(0, count - window.progress().posts()))
        .map(count -> Math.min(count, limits.left(checkpoint, NEXT, now)))
        .map(posts -> new Expectation(posts, config.chargeUsd(posts)));
  }

  private Optional<Long> counted(SearchCriteria criteria) {
    try {
      XResponse response = x.count(criteria.query(), criteria.sinceId());
      return response.status() == 200 ? total(MAPPER.readTree(response.body())) : Optional.empty();
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
