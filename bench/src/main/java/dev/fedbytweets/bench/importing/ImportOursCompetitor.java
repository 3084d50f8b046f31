package dev.fedbytweets.bench.importing;

import dev.fedbytweets.bench.bronze.BronzeInputs;
import dev.fedbytweets.bench.compare.TableFiles;
import dev.fedbytweets.bench.pages.ImportFiles;
import dev.fedbytweets.bench.pages.PageFolder;
import dev.fedbytweets.bench.rounds.Cpus;
import dev.fedbytweets.bench.rounds.LakeProgram;
import dev.fedbytweets.bench.silver.SilverFiles;
import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.local.lake.LakeDirectory;
import java.io.IOException;
import java.nio.file.Path;

/// `./lake import` into a new lake.
///
/// @param program what is run
/// @param output the folder of the lake
record ImportOursCompetitor(LakeProgram program, Path output) implements ImportCompetitor {

  static ImportOursCompetitor of(
      String name, Path launcher, Cpus cpus, ImportFiles pages, Path output) {
    return new ImportOursCompetitor(
        LakeProgram.of(
            name,
            launcher,
            cpus,
            "import",
            "--no-gold",
            "--dir",
            output,
            "--subject",
            PageFolder.SUBJECT,
            pages.folder()),
        output);
  }

  @Override
  public TableFiles bronze(Entity table) throws IOException {
    return BronzeInputs.files(output, table);
  }

  @Override
  public TableFiles silver(Entity table) throws IOException {
    return SilverFiles.of(new LakeDirectory(output), table);
  }
}
