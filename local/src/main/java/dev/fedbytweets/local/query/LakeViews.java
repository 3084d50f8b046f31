package dev.fedbytweets.local.query;

import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.lake.LakeDirectory;
import dev.fedbytweets.local.lake.MetadataDamage;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.TableFailures;
import dev.fedbytweets.tables.files.RowDeletes;
import dev.fedbytweets.tables.schema.TableDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.io.CloseableIterable;

/// The current state of a lake's tables.
final class LakeViews {

  private final LakeDirectory directory;

  private LakeViews(LakeDirectory directory) {
    this.directory = directory;
  }

  /// A view for each of some tables, whether the lake has it yet or not. Nothing is created. One
  /// whose metadata is damaged keeps nobody from reading the others.
  static List<TableView> of(Lake lake, List<TableDefinition<?>> tables) {
    LakeViews views = new LakeViews(lake.directory());
    return tables.stream().<TableView>map(definition -> views.view(definition, lake)).toList();
  }

  private TableView view(TableDefinition<?> definition, Lake lake) {
    try {
      return lake.tables()
          .existing(definition)
          .map(table -> view(definition, table))
          .orElseGet(() -> new TableView(definition, definition.schema(), List.of()));
    } catch (NotFoundException e) {
      return TableView.broken(definition, MetadataDamage.of(definition, directory, e));
    } catch (RuntimeException e) {
      throw TableFailures.classified("the tables", e);
    }
  }

  private TableView view(TableDefinition<?> definition, Table table) {
    Schema schema = LakeTables.upToDate(table, definition.schema()).apply();
    try {
      return new TableView(definition, schema, files(definition, table));
    } catch (RuntimeException e) {
      return TableView.broken(definition, MetadataDamage.of(definition, directory, e));
    }
  }

  private List<TableView.ViewFile> files(TableDefinition<?> definition, Table table) {
    RowDeletes deletes = RowDeletes.of(table);
    List<TableView.ViewFile> files = new ArrayList<>();
    try (CloseableIterable<FileScanTask> tasks = table.newScan().planFiles()) {
      for (FileScanTask task : tasks) {
        files.add(
            new TableView.ViewFile(
                directory.file(task.file().location()).toString(),
                task.file().fileSizeInBytes(),
                deletes.in(task.file()).deleted()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close the list of files of " + definition, e);
    }
    return files.stream().sorted(Comparator.comparing(TableView.ViewFile::path)).toList();
  }
}
