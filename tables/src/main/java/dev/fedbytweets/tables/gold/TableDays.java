package dev.fedbytweets.tables.gold;

import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.TableFailures;
import dev.fedbytweets.tables.files.CommittedFiles;
import dev.fedbytweets.tables.files.LiveFile;
import dev.fedbytweets.tables.files.RecordFileReader;
import dev.fedbytweets.tables.files.RowDeletes;
import dev.fedbytweets.tables.schema.TableDefinition;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.iceberg.Table;

/// The present state of a table that is partitioned by day, day by day. A table that is not there
/// has no days.
///
/// @param <R> the rows
public final class TableDays<R extends Record> {

  private static final int FINGERPRINT_BYTES = 8;

  private final TableDefinition<R> definition;
  private final Optional<Table> table;
  private final SortedMap<LocalDate, List<LiveFile>> files;

  private TableDays(
      TableDefinition<R> definition,
      Optional<Table> table,
      SortedMap<LocalDate, List<LiveFile>> files) {
    this.definition = definition;
    this.table = table;
    this.files = files;
  }

  /// The table as it is now. Reads its manifests.
  public static <R extends Record> TableDays<R> of(LakeTables lake, TableDefinition<R> definition) {
    try {
      Optional<Table> table =
          lake.existing(definition).filter(present -> present.currentSnapshot() != null);
      return new TableDays<>(
          definition, table, table.map(TableDays::files).orElse(new TreeMap<>()));
    } catch (RuntimeException e) {
      throw TableFailures.classified(definition.toString(), e);
    }
  }

  /// The days that have rows, each with a text that is another one once the day's rows are in other
  /// files: 16 hexadecimal digits.
  public SortedMap<LocalDate, String> fingerprints() {
    SortedMap<LocalDate, String> fingerprints = new TreeMap<>();
    files.forEach((day, live) -> fingerprints.put(day, fingerprint(live)));
    return fingerprints;
  }

  /// How many rows a day has.
  public long rows(LocalDate day) {
    return files.getOrDefault(day, List.of()).stream().mapToLong(LiveFile::rows).sum();
  }

  /// Reads the rows of a day, of which there may be none. Memory: one row group.
  public void forEach(LocalDate day, Consumer<R> rows) {
    try {
      files.getOrDefault(day, List.of()).forEach(live -> read(live, rows));
    } catch (RuntimeException e) {
      throw TableFailures.classified(definition.toString(), e);
    }
  }

  private void read(LiveFile live, Consumer<R> rows) {
    try (RecordFileReader<R> reader =
        new RecordFileReader<>(table.orElseThrow(), live, definition.binding())) {
      reader.forEach(row -> true, (row, value) -> rows.accept(value));
    }
  }

  private static SortedMap<LocalDate, List<LiveFile>> files(Table table) {
    RowDeletes deletes = RowDeletes.of(table);
    SortedMap<LocalDate, List<LiveFile>> files = new TreeMap<>();
    CommittedFiles.after(CommittedFiles.ALL, table, table.currentSnapshot()).stream()
        .map(deletes::in)
        .filter(live -> live.rows() > 0)
        .sorted(Comparator.comparing(live -> live.file().location()))
        .forEach(
            live ->
                files
                    .computeIfAbsent(
                        LocalDate.ofEpochDay(live.file().partition().get(0, Integer.class)),
                        _ -> new ArrayList<>())
                    .add(live));
    return files;
  }

  private static String fingerprint(List<LiveFile> files) {
    MessageDigest digest = sha256();
    for (LiveFile live : files) {
      digest.update(live.file().location().getBytes(StandardCharsets.UTF_8));
      digest.update(live.deleted().toByteArray());
      digest.update((byte) '\n');
    }
    return HexFormat.of().formatHex(digest.digest(), 0, FINGERPRINT_BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
