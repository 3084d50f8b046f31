package dev.fedbytweets.local.query;

import dev.fedbytweets.core.metrics.Metrics;
import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.step.Counts;
import dev.fedbytweets.core.step.ToSilverInput;
import dev.fedbytweets.core.storage.Position;
import dev.fedbytweets.core.storage.Positions;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.lake.LakeDirectory;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.Samples;
import dev.fedbytweets.tables.bronze.BronzeAppend;
import dev.fedbytweets.tables.bronze.BronzeTable;
import dev.fedbytweets.tables.gold.DayTable;
import dev.fedbytweets.tables.schema.TableDefinition;
import dev.fedbytweets.tosilver.ToSilver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.apache.iceberg.Table;

/// A real lake in a folder, for tests: rows go straight into bronze, and on to silver through the
/// real step.
public final class SmallLake implements AutoCloseable {

  private static final Run RUN =
      new Run(new RunName("run-1"), Instant.parse("2026-11-21T22:00:00Z"));

  private final Lake lake;
  private int commits;

  private SmallLake(Lake lake) {
    this.lake = lake;
  }

  /// A lake without tables.
  public static SmallLake in(Path folder) throws IOException {
    Files.createDirectories(folder);
    return new SmallLake(Lake.open(new LakeDirectory(folder)));
  }

  /// Appends rows to a bronze table, in one commit.
  public <R extends Record> SmallLake add(TableDefinition<R> definition, List<R> rows) {
    return add(definition, tables().table(definition), rows);
  }

  /// The same with a table as it is, which may lack columns.
  public <R extends Record> SmallLake add(
      TableDefinition<R> definition, Table table, List<R> rows) {
    BronzeTable<R> bronze = new BronzeTable<>(definition, table);
    Positions from = bronze.positions();
    try (BronzeAppend<R> append = bronze.append(from, Samples.IMPORT_DATE)) {
      rows.forEach(append::write);
      commits++;
      append.commit(
          RUN.name(),
          from.with(new SubjectName("coffee"), new Position(1, commits)),
          new Counts(rows.size(), rows.size(), 0, 0));
    }
    return this;
  }

  /// Puts rows into a gold table, in one commit.
  ///
  /// @param dayOf the day that a row belongs to
  public <R extends Record> SmallLake addGold(
      TableDefinition<R> definition, Function<R, LocalDate> dayOf, List<R> rows) {
    try (DayTable<R> table = DayTable.open(tables(), definition, dayOf)) {
      rows.forEach(row -> table.replace(dayOf.apply(row)));
      rows.forEach(table::add);
      table.commit(RUN.name());
    }
    return this;
  }

  /// Merges everything into silver.
  public SmallLake toSilver() {
    ToSilver step =
        new ToSilver(tables(), lake.store(), InstantSource.system(), 1_000, Metrics.NONE);
    for (Entity entity : Entity.values()) {
      step.merge(new ToSilverInput(RUN, entity), Instant.MAX);
    }
    return this;
  }

  /// The open lake.
  public Lake lake() {
    return lake;
  }

  /// The tables, for what only Iceberg can do.
  public LakeTables tables() {
    return lake.tables();
  }

  /// Where the lake lies.
  public LakeDirectory directory() {
    return lake.directory();
  }

  @Override
  public void close() {
    lake.close();
  }
}
