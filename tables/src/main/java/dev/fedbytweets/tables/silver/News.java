package dev.fedbytweets.tables.silver;

import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.model.Layer;
import dev.fedbytweets.core.storage.Quarantine;
import dev.fedbytweets.tables.files.RecordMapping;
import dev.fedbytweets.tables.files.RowFiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.Table;

/// The rows of a batch that silver does not have yet, read from bronze a second time and cleaned.
final class News<B extends Record, S extends Record> {

  private final Table bronze;
  private final List<DataFile> files;
  private final Cleaning<B, S> cleaning;
  private final RecordMapping<B> bronzeRows;
  private final RecordMapping<S> silverRows;
  private final Corrections corrections = new Corrections();
  private final Map<Integer, List<Sighting>> byFile;
  private final Map<Integer, List<Batch.SetAside>> setAsideByFile;

  News(
      Table bronze,
      List<DataFile> files,
      Batch batch,
      Cleaning<B, S> cleaning,
      RecordMapping<B> bronzeRows,
      RecordMapping<S> silverRows) {
    this.bronze = bronze;
    this.files = files;
    this.cleaning = cleaning;
    this.bronzeRows = bronzeRows;
    this.silverRows = silverRows;
    this.byFile =
        batch.sightings().stream()
            .filter(sighting -> !sighting.isOutdated())
            .sorted(Comparator.comparingInt(Sighting::row))
            .collect(Collectors.groupingBy(Sighting::file));
    this.setAsideByFile =
        batch.setAside().stream().collect(Collectors.groupingBy(Batch.SetAside::file));
  }

  /// How many rows there are.
  long size() {
    return byFile.values().stream().mapToLong(List::size).sum();
  }

  /// The days whose partitions get rows.
  Set<Integer> days() {
    return byFile.values().stream()
        .flatMap(List::stream)
        .map(Comparison::dayOf)
        .collect(Collectors.toSet());
  }

  /// What cleaning mended in the rows given out so far.
  Corrections corrections() {
    return corrections;
  }

  /// Gives out the rows of some days.
  void forEach(Set<Integer> wanted, BiConsumer<Sighting, StructLike> consumer) {
    byFile.forEach(
        (file, sightings) -> {
          List<Sighting> ofDays =
              sightings.stream()
                  .filter(sighting -> wanted.contains(Comparison.dayOf(sighting)))
                  .toList();
          forRows(
              file,
              ofDays.stream().map(Sighting::row).toList(),
              (index, row) -> {
                S clean = cleaning.clean(bronzeRows.toRecord(row), corrections);
                consumer.accept(ofDays.get(index), silverRows.toRow(clean));
              });
        });
  }

  /// Sets aside what cannot be used, page by page.
  void setAside(Quarantine quarantine, Entity entity) {
    Map<String, List<String>> linesByPage = new TreeMap<>();
    int pageColumn = fileNameColumn();
    setAsideByFile.forEach(
        (file, rejected) ->
            forRows(
                file,
                rejected.stream().map(Batch.SetAside::row).toList(),
                (index, row) ->
                    linesByPage
                        .computeIfAbsent(
                            row.get(pageColumn, CharSequence.class).toString(),
                            page -> new ArrayList<>())
                        .add(
                            cleaning.quarantineLine(
                                bronzeRows.toRecord(row), rejected.get(index).reason()))));
    linesByPage.forEach((page, lines) -> quarantine.setAside(Layer.SILVER, entity, page, lines));
  }

  private int fileNameColumn() {
    return bronze.schema().columns().indexOf(bronze.schema().findField("file_name"));
  }

  /// Reads a file up to the last of some rows.
  ///
  /// @param rows ascending
  private void forRows(int file, List<Integer> rows, BiConsumer<Integer, StructLike> consumer) {
    if (rows.isEmpty()) {
      return;
    }
    int[] position = {0, 0};
    RowFiles.forEach(
        bronze,
        files.get(file),
        bronze.schema(),
        row -> {
          if (position[1] < rows.size() && rows.get(position[1]) == position[0]) {
            consumer.accept(position[1], row);
            position[1]++;
          }
          position[0]++;
        });
  }
}
