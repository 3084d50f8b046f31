package dev.fedbytweets.bench.bronze;

import dev.fedbytweets.bench.compare.TableFiles;
import dev.fedbytweets.bench.rounds.Competitor;
import dev.fedbytweets.bench.rounds.Folders;
import dev.fedbytweets.core.model.Entity;
import java.io.IOException;
import java.nio.file.Path;

/// A competitor that makes the three bronze tables of pages.
interface BronzeCompetitor extends Competitor {

  /// The folder that it writes to.
  Path output();

  /// The files of a table that it wrote in the last round.
  TableFiles files(Entity table) throws IOException;

  @Override
  default long outputBytes() throws IOException {
    long bytes = 0;
    for (Entity table : Entity.values()) {
      bytes += Folders.bytes(files(table).files());
    }
    return bytes;
  }
}
