package dev.fedbytweets.gettweets;

import dev.fedbytweets.core.metrics.Metric;
import dev.fedbytweets.core.metrics.Metrics;
import dev.fedbytweets.gettweets.checkpoint.Checkpoint;
import dev.fedbytweets.gettweets.checkpoint.Gap;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reports what each save of the checkpoint added: posts, their charge, and gaps. Since each save
/// succeeds once, the reports of all invocations add up: the one that saved a post or a gap
/// reports it. If an invocation dies between saving and reporting, its report is missing.
final class ProgressReporter {

  private static final Logger LOG = LoggerFactory.getLogger(ProgressReporter.class);

  private final GetTweetsConfig config;
  private final Metrics metrics;

  ProgressReporter(GetTweetsConfig config, Metrics metrics) {
    this.config = config;
    this.metrics = metrics;
  }

  /// @param before the checkpoint that was saved before
  /// @param after the checkpoint that is saved now
  void saved(Checkpoint before, Checkpoint after) {
    reportGaps(after.coverage().gapsSince(before.coverage()));
    reportPosts(after.posts().since(before.posts()), after.posts().mediaSince(before.posts()));
  }

  private void reportGaps(List<Gap> gaps) {
    for (Gap gap : gaps) {
      metrics.put(Metric.GAPS, 1);
      LOG.atWarn()
          .addKeyValue("from", gap.from().toString())
          .addKeyValue("to", gap.to().toString())
          .log("gap put on record");
    }
  }

  private void reportPosts(long posts, long media) {
    if (posts > 0) {
      metrics.put(Metric.POSTS_READ, posts);
      metrics.put(Metric.ESTIMATED_CHARGE_USD, config.prices().chargeUsd(posts, media));
    }
  }
}
