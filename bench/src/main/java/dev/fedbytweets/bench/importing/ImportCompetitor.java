package dev.fedbytweets.bench.importing;

import dev.fedbytweets.bench.compare.TableFiles;
import dev.fedbytweets.bench.rounds.Competitor;
import dev.fedbytweets.bench.rounds.Folders;
import dev.fedbytweets.core.model.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A competitor that brings recorded pages into tables of bronze and silver.
interface ImportCompetitor extends Competitor {

  /// The tables of silver that are compared. There are few places.
  List<Entity> SILVER = List.of(Entity.TWEETS, Entity.USERS);

  /// The folder that it writes to.
  Path output();

  /// What it wrote of a bronze table.
  TableFiles bronze(Entity table) throws IOException;

  /// What it wrote of a silver table.
  TableFiles silver(Entity table) throws IOException;

  @Override
  default void reset() throws IOException {
    Folders.remove(output());
    Files.createDirectories(output());
  }

  @Override
  default long outputBytes() throws IOException {
    return Folders.bytes(Folders.parquetFiles(output()));
  }
}
