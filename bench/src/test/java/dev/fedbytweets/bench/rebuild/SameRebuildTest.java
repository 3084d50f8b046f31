package dev.fedbytweets.bench.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.bench.pages.PageFolder;
import dev.fedbytweets.bench.rounds.LakeScript;
import dev.fedbytweets.bench.rounds.Processes;
import dev.fedbytweets.bench.rounds.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command and the stages alone on three pages.
final class SameRebuildTest {

  @TempDir private Path work;

  @Test
  void aRebuildAndTheStagesAgree() throws Exception {
    Workbench bench = new Workbench(work, new Processes(0), line -> {});
    PageFolder pages = PageFolder.ofPages(bench, 1, 3);
    Path stages = Files.createDirectory(work.resolve("stages"));
    RebuildCompetitor rebuild = new RebuildCompetitor(pages, LakeScript.in(work));

    bench.run(rebuild.program());
    bench.run(rebuild.program());
    StagesMain.main(pages.root().toString(), stages.toString());

    assertThat(RebuildBench.requireSameRows(pages.root(), stages)).isGreaterThan(500);
    assertThat(rebuild.outputBytes()).isPositive();
  }
}
