package dev.fedbytweets.bench.age;

import dev.fedbytweets.bench.pages.PageFolder;
import dev.fedbytweets.bench.pages.PageGenerator;
import dev.fedbytweets.bench.pages.Story;
import dev.fedbytweets.local.lake.LakeDirectory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// A lake in which three runs a day brought a page of 100 posts each, and whose tables were
/// maintained after the last run of each day, or never.
///
/// @param folder that lakes are in
/// @param seed of the made-up posts
/// @param runs how many it has had
record AgedLake(Path folder, long seed, int runs, boolean isMaintained) {

  static final int RUNS_A_DAY = 3;

  /// From one run to the next.
  static final Duration BETWEEN_RUNS = Duration.ofDays(1).dividedBy(RUNS_A_DAY);

  /// As it is shown.
  String name() {
    return "%,d, %s".formatted(runs, isMaintained ? "daily" : "never");
  }

  /// Where it lies.
  LakeDirectory directory() {
    return new LakeDirectory(
        folder.resolve("%d-%s".formatted(runs, isMaintained ? "daily" : "never")));
  }

  /// When a run is, by the story; the last one is near the time of all made-up pages.
  ///
  /// @param run from 0
  Instant time(int run) {
    return PageFolder.FIRST_RETRIEVED.minus(BETWEEN_RUNS.multipliedBy(runs - run));
  }

  /// The page that a run brings. A tenth of its posts were seen in the week before: X searches no
  /// further back.
  ///
  /// @param run from 0; that of the next run has the number of all runs
  byte[] page(int run) {
    Duration betweenPosts = BETWEEN_RUNS.dividedBy(PageGenerator.NEW_POSTS);
    Instant start = time(-1);
    long weekBefore = (long) (run - 7 * RUNS_A_DAY) * PageGenerator.NEW_POSTS;
    Story story =
        new Story(
            number -> start.plus(betweenPosts.multipliedBy(number)),
            0,
            Math.max(0, weekBefore),
            Long.MAX_VALUE);
    return new PageGenerator(seed, story).page(run);
  }
}
