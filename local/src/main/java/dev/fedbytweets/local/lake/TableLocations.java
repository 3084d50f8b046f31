package dev.fedbytweets.local.lake;

import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.schema.TableDefinition;
import dev.fedbytweets.tables.schema.TableDefinitions;
import java.nio.file.Path;
import org.apache.iceberg.Table;

/// The folders of tables as their metadata names them.
final class TableLocations {

  private TableLocations() {}

  /// Lets the metadata of tables name the folders where they are, after the lake was moved or
  /// copied: an engine that does not know of that would write into the old ones.
  static void correct(LakeTables tables, LakeDirectory lake) {
    for (TableDefinition<?> definition : TableDefinitions.ALL) {
      Path folder = lake.root().resolve(LakeLayout.table(definition.layer(), definition.name()));
      tables
          .existing(definition)
          .filter(table -> !LakeDirectory.named(table.location()).equals(folder))
          .ifPresent(table -> correct(table, folder));
    }
  }

  private static void correct(Table table, Path folder) {
    table.updateLocation().setLocation(LakeDirectory.location(folder)).commit();
  }
}
