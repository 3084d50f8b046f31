package dev.fedbytweets.bench.merge;

import dev.fedbytweets.bench.pages.PageFolder;
import dev.fedbytweets.bench.pages.StoredRows;
import dev.fedbytweets.local.lake.LakeDirectory;
import dev.fedbytweets.local.lake.LocalTables;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.files.RollingFileWriter;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import dev.fedbytweets.tables.schema.TableDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionData;
import org.apache.iceberg.Table;

/// Fills silver tables as earlier runs would have left them, with a file for each day, in one
/// commit.
final class StoredTables {

  private static final Instant SEEN = PageFolder.FIRST_RETRIEVED.minus(Duration.ofDays(10));

  private final LakeTables tables;
  private final StoredRows rows;
  private final LongFunction<Instant> times;

  private StoredTables(LakeTables tables, long seed, LongFunction<Instant> times) {
    this.tables = tables;
    this.rows = new StoredRows(seed, times);
    this.times = times;
  }

  /// Fills `silver.tweets` and `silver.users` of a lake.
  ///
  /// @param times of the posts
  static void fill(
      LakeDirectory lake, long seed, LongFunction<Instant> times, long tweets, long users) {
    try (LakeTables tables = LocalTables.open(lake)) {
      StoredTables stored = new StoredTables(tables, seed, times);
      stored.fillTweets(tweets);
      stored.fillUsers(users);
    }
  }

  private void fillTweets(long count) {
    Table table = tables.table(SilverDefinitions.TWEETS);
    List<DataFile> files = new ArrayList<>();
    long first = 0;
    while (first < count) {
      long day = dayOf(first);
      long end = first;
      while (end < count && dayOf(end) == day) {
        end++;
      }
      PartitionData partition = new PartitionData(table.spec().partitionType());
      partition.set(0, (int) day);
      files.addAll(write(table, SilverDefinitions.TWEETS, partition, first, end, rows::tweet));
      first = end;
    }
    commit(table, files);
  }

  private void fillUsers(long count) {
    Table table = tables.table(SilverDefinitions.USERS);
    commit(
        table,
        write(table, SilverDefinitions.USERS, null, 0, count, number -> rows.user(number, SEEN)));
  }

  private long dayOf(long number) {
    return Math.floorDiv(times.apply(number).getEpochSecond(), Duration.ofDays(1).toSeconds());
  }

  private static <R extends Record> List<DataFile> write(
      Table table,
      TableDefinition<R> definition,
      PartitionData partition,
      long first,
      long end,
      LongFunction<R> row) {
    RollingFileWriter<R> writer = new RollingFileWriter<>(table, partition, definition.writers());
    LongStream.range(first, end).forEach(number -> writer.write(row.apply(number)));
    return writer.complete();
  }

  private static void commit(Table table, List<DataFile> files) {
    AppendFiles append = table.newAppend();
    files.forEach(append::appendFile);
    append.commit();
  }
}
