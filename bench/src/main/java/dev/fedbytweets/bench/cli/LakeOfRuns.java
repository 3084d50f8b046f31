package dev.fedbytweets.bench.cli;

import dev.fedbytweets.bench.pages.ImportedRun;
import dev.fedbytweets.bench.pages.PageFolder;
import dev.fedbytweets.bench.pages.PageGenerator;
import dev.fedbytweets.bench.pages.Story;
import dev.fedbytweets.bench.rounds.Cpus;
import dev.fedbytweets.bench.rounds.JavaProgram;
import dev.fedbytweets.bench.rounds.Workbench;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.lake.LakeDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// A lake of made-up posts that many runs filled, each of which brought in a few: every table of
/// silver and bronze has as many commits.
final class LakeOfRuns {

  /// Posts of a page, which is what the smallest run brings in.
  static final int POSTS = 10;

  private static final int PARTS = PageGenerator.POSTS / POSTS;

  /// To change when lakes are made in another way, so that those of before are not used.
  private static final int VERSION = 1;

  /// Three pages a day.
  private static final Duration BETWEEN_POSTS = Duration.ofMinutes(48);

  private static final int HEAP_MEGABYTES = 1024;

  private LakeOfRuns() {}

  /// A lake that is made once.
  ///
  /// @param pages how many it has
  /// @param runs how many brought them in, at most as many
  static LakeDirectory of(Workbench bench, long seed, int pages, int runs)
      throws IOException, InterruptedException {
    return new LakeDirectory(
        bench.input(
            "lake-of-runs-%d-%d-%d-%d".formatted(VERSION, seed, pages, runs),
            folder ->
                bench.run(
                    JavaProgram.of(
                            "making a lake",
                            LakeOfRuns.class,
                            HEAP_MEGABYTES,
                            folder,
                            seed,
                            pages,
                            runs)
                        .with("-XX:TieredStopAtLevel=1", "-Xmn256m")
                        .on(Cpus.ALL))));
  }

  /// @param arguments the folder, the seed, how many pages, how many runs
  public static void main(String... arguments) throws IOException, InterruptedException {
    fill(
        new LakeDirectory(Path.of(arguments[0])),
        Long.parseLong(arguments[1]),
        Integer.parseInt(arguments[2]),
        Integer.parseInt(arguments[3]));
  }

  static void fill(LakeDirectory directory, long seed, int pages, int runs)
      throws IOException, InterruptedException {
    List<byte[]> all = pages(seed, pages);
    try (Lake lake = Lake.open(directory)) {
      ImportedRun imported = new ImportedRun(lake, InstantSource.system());
      for (int run = 0; run < runs; run++) {
        imported.bring(all.subList(pages * run / runs, pages * (run + 1) / runs));
      }
    }
  }

  /// Small pages, the oldest first.
  private static List<byte[]> pages(long seed, int count) {
    Instant start =
        PageFolder.FIRST_RETRIEVED.minus(BETWEEN_POSTS.multipliedBy((long) count * POSTS));
    PageGenerator generator =
        new PageGenerator(
            seed,
            new Story(
                number -> start.plus(BETWEEN_POSTS.multipliedBy(number)), 0, 0, Long.MAX_VALUE));
    List<byte[]> pages = new ArrayList<>();
    for (int number = 0; pages.size() < count; number++) {
      pages.addAll(generator.parts(number, PARTS).reversed());
    }
    return pages.subList(0, count);
  }
}
