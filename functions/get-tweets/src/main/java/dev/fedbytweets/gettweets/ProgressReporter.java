package dev.fedbytweets.gettweets;

import dev.fedbytweets.core.metrics.Metric;
import dev.fedbytweets.core.metrics.Metrics;
import dev.fedbytweets.gettweets.checkpoint.Checkpoint;
import dev.fedbytweets.gettweets.checkpoint.Gap;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells what a step of the stored checkpoint put on record. Each step happens once, so what many
/// invocations tell adds up: a post, a gap is told by the one whose step took it in. What was
/// stored by an invocation that died before it could tell is not told any more.
final class ProgressReporter {

  private static final Logger log = LoggerFactory.getLogger(ProgressReporter.class);

  private final GetTweetsConfig config;
  private final Metrics metrics;

  ProgressReporter(GetTweetsConfig config, Metrics metrics) {
    this.config = config;
    this.metrics = metrics;
  }

  /// @param before as it was stored
  /// @param after as it is stored now
  void moved(Checkpoint before, Checkpoint after) {
    tellGaps(after.gapsSince(before));
    tellPosts(after.postsSince(before));
  }

  private void tellGaps(List<Gap> gaps) {
    for (Gap gap : gaps) {
      metrics.put(Metric.GAPS, 1);
      log.atWarn()
          .addKeyValue("from", gap.from().toString())
          .addKeyValue("to", gap.to().toString())
          .log("gap put on record");
    }
  }

  private void tellPosts(long posts) {
    if (posts > 0) {
      metrics.put(Metric.POSTS_READ, posts);
      metrics.put(Metric.ESTIMATED_CHARGE_USD, config.chargeUsd(posts));
    }
  }
}
