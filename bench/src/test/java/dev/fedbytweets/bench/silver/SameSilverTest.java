package dev.fedbytweets.bench.silver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.bench.bronze.BronzeInputs;
import dev.fedbytweets.bench.compare.SameRows;
import dev.fedbytweets.bench.pages.PageFolder;
import dev.fedbytweets.bench.rounds.Processes;
import dev.fedbytweets.bench.rounds.Workbench;
import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.local.lake.LakeDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Both engines on the same bronze files of three pages, in this process.
final class SameSilverTest {

  private static final int PAGES = 3;

  @TempDir private Path work;
  private LakeDirectory lake;

  @BeforeEach
  void makeBronze() throws Exception {
    Workbench bench = new Workbench(work, new Processes(0), line -> {});
    Path folder = Files.createDirectories(work.resolve("lake"));
    BronzeInputs.load(PageFolder.ofPages(bench, 1, PAGES), folder);
    lake = new LakeDirectory(folder);
    new SavedLake(lake).save();
  }

  @ParameterizedTest
  @EnumSource(names = {"TWEETS", "USERS"})
  void silverAgrees(Entity table) throws Exception {
    Path silver = work.resolve("silver.parquet");
    SilverOursMain.merge(lake, table);
    SilverDuckMain.merge(BronzeInputs.files(lake.root(), table).files().getFirst(), table, silver);

    long rows =
        SameRows.require(table.lowerCase(), SilverFiles.of(lake, table), BronzeInputs.file(silver));
    assertThat(rows).isPositive();
  }

  @Test
  void aSavedLakeIsBroughtBack() throws Exception {
    SilverOursMain.merge(lake, Entity.USERS);
    Path file = SilverFiles.of(lake, Entity.USERS).files().getFirst();

    new SavedLake(lake).restore();

    assertThat(file).doesNotExist();
    SilverOursMain.merge(lake, Entity.USERS);
    assertThat(SilverFiles.of(lake, Entity.USERS).files()).doesNotContain(file).isNotEmpty();
  }
}
