package dev.fedbytweets.bench.bronze;

import dev.fedbytweets.bench.compare.TableFiles;
import dev.fedbytweets.bench.pages.PageFolder;
import dev.fedbytweets.bench.rounds.Folders;
import dev.fedbytweets.bench.rounds.JavaProgram;
import dev.fedbytweets.core.model.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Our function, with a new lake in every round.
///
/// @param program what is run; see [#program]
/// @param output the folder of the lake
record BronzeOursCompetitor(JavaProgram program, Path output) implements BronzeCompetitor {

  /// @param name its name in reports
  /// @param pages the input
  /// @param output the folder of the lake
  /// @param heapMegabytes the largest size of the heap
  static JavaProgram program(String name, PageFolder pages, Path output, int heapMegabytes) {
    return JavaProgram.of(name, BronzeOursMain.class, heapMegabytes, pages.root(), output);
  }

  @Override
  public void reset() throws IOException {
    Folders.remove(output);
    Files.createDirectories(output);
  }

  @Override
  public TableFiles files(Entity table) throws IOException {
    return new TableFiles(
        "ours", Folders.parquetFiles(output.resolve("bronze").resolve(table.lowerCase())));
  }
}
