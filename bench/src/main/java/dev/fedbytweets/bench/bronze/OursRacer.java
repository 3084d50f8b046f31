package dev.fedbytweets.bench.bronze;

import dev.fedbytweets.bench.compare.TableFiles;
import dev.fedbytweets.bench.pages.PageFolder;
import dev.fedbytweets.bench.rounds.Contender;
import dev.fedbytweets.bench.rounds.Folders;
import dev.fedbytweets.core.model.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Ours, into a lake that is new in every round.
///
/// @param contender see [#contender]
/// @param output the folder of the lake
record OursRacer(Contender contender, Path output) implements BronzeRacer {

  /// @param name as it stands in reports
  /// @param pages what is read
  /// @param output the folder of the lake
  /// @param heapMegabytes how large the heap may become
  static Contender contender(String name, PageFolder pages, Path output, int heapMegabytes) {
    return Contender.of(name, OursMain.class, heapMegabytes, pages.root(), output);
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
