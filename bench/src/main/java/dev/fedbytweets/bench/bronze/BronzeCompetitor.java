package dev.fedbytweets.bench.bronze;

import dev.fedbytweets.bench.compare.TableFiles;
import dev.fedbytweets.bench.rounds.Competitor;
import dev.fedbytweets.bench.rounds.Folders;
import dev.fedbytweets.core.model.Entity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A competitor that makes the three bronze tables of pages.
interface BronzeCompetitor extends Competitor {

  /// The tables that are measured. The made-up pages have no media.
  List<Entity> TABLES = List.of(Entity.TWEETS, Entity.USERS, Entity.PLACES);

  /// The folder that it writes to.
  Path output();

  /// The files of a table that it wrote in the last round.
  TableFiles files(Entity table) throws IOException;

  @Override
  default long outputBytes() throws IOException {
    long bytes = 0;
    for (Entity table : TABLES) {
      bytes += Folders.bytes(files(table).files());
    }
    return bytes;
  }
}
