package dev.fedbytweets.bench.bronze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.bench.compare.SameRows;
import dev.fedbytweets.bench.pages.PageFolder;
import dev.fedbytweets.bench.rounds.Processes;
import dev.fedbytweets.bench.rounds.Workbench;
import dev.fedbytweets.core.model.Entity;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Both engines, both ways, on three pages in this process.
final class SameBronzeTest {

  private static final int PAGES = 3;

  @TempDir private Path work;
  private Path lake;
  private Path duck;
  private PageFolder pages;

  @BeforeEach
  void makeBronze() throws Exception {
    pages = PageFolder.ofPages(new Workbench(work, new Processes(0), line -> {}), 1, PAGES);
    lake = Files.createDirectories(work.resolve("lake"));
    duck = Files.createDirectories(work.resolve("duck"));
    BronzeOursMain.load(pages.root(), lake);
  }

  @ParameterizedTest
  @EnumSource
  void bronzeAgrees(BronzeDuckMain.Way way) throws Exception {
    BronzeDuckMain.load(pages.glob(), duck, way);

    for (Entity table : BronzeCompetitor.TABLES) {
      long rows =
          SameRows.require(
              table.lowerCase(), BronzeInputs.files(lake, table), BronzeInputs.file(file(table)));
      assertThat(rows).isPositive();
    }
  }

  private Path file(Entity table) {
    return duck.resolve(table.lowerCase() + ".parquet");
  }
}
