package dev.fedbytweets.bench.silver;

import dev.fedbytweets.bench.compare.TableFiles;
import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.local.lake.LakeDirectory;
import dev.fedbytweets.local.lake.LocalTables;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import dev.fedbytweets.tables.schema.TableDefinition;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;

/// The files of a silver table's current snapshot.
public final class SilverFiles {

  private SilverFiles() {}

  /// The definition of a silver table.
  public static TableDefinition<?> definition(Entity table) {
    return switch (table) {
      case TWEETS -> SilverDefinitions.TWEETS;
      case USERS -> SilverDefinitions.USERS;
      case PLACES -> SilverDefinitions.PLACES;
      case MEDIA -> SilverDefinitions.MEDIA;
    };
  }

  /// The files, for comparing.
  public static TableFiles of(LakeDirectory lake, Entity table) throws IOException {
    List<Path> files = new ArrayList<>();
    try (LakeTables tables = LocalTables.open(lake);
        CloseableIterable<FileScanTask> tasks = scan(tables.table(definition(table)))) {
      tasks.forEach(task -> files.add(Path.of(URI.create(task.file().location()))));
    }
    return new TableFiles("ours", files);
  }

  private static CloseableIterable<FileScanTask> scan(Table table) {
    return table.newScan().planFiles();
  }
}
