package dev.fedbytweets.bench.bronze;

import dev.fedbytweets.bench.compare.TableFiles;
import dev.fedbytweets.bench.pages.PageFolder;
import dev.fedbytweets.bench.rounds.Folders;
import dev.fedbytweets.bench.rounds.JavaProgram;
import dev.fedbytweets.core.model.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Ours, into a lake that is new in every round.
///
/// @param program what is run; see [#program]
/// @param output the folder of the lake
record BronzeOursCompetitor(JavaProgram program, Path output) implements BronzeCompetitor {

  /// @param name as it stands in reports
  /// @param pages what is read
  /// @param output the folder of the lake
  /// @param heapMegabytes how large the heap may become
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
