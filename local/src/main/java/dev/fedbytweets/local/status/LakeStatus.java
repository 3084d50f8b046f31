package dev.fedbytweets.local.status;

import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.gettweets.CheckpointView;
import dev.fedbytweets.gettweets.checkpoint.Checkpoint;
import dev.fedbytweets.local.importing.MendedParts;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.run.RunFailures;
import dev.fedbytweets.tables.schema.TableDefinitions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The contents of a lake and the runs that brought them.
///
/// @param pages the stored raw pages, by subject
/// @param checkpoints of the subjects that are collected from X, up to the last stored page
/// @param runs the last runs, newest first
/// @param tables the tables that exist and whose metadata can be read
/// @param quarantined rows that could not be used, by table, without parts of files that were
///     mended since
/// @param failures of runs that no later run has made good
public record LakeStatus(
    Map<SubjectName, StoredPages> pages,
    List<Checkpoint> checkpoints,
    List<RunRecord> runs,
    List<TableSize> tables,
    Map<String, Long> quarantined,
    List<RunFailures.Failure> failures) {

  /// Reads the status; the time that it takes grows with the number of pages.
  public static LakeStatus of(Lake lake) {
    ObjectStore store = lake.store();
    CheckpointView view = new CheckpointView(store);
    return new LakeStatus(
        StoredPages.bySubject(lake.directory(), store),
        LakeLayout.subjectsWithCheckpoint(store).stream()
            .map(view::read)
            .flatMap(Optional::stream)
            .toList(),
        RunRecord.last(lake.tables()),
        TableDefinitions.ALL.stream()
            .map(table -> TableSize.of(lake.tables(), table))
            .flatMap(Optional::stream)
            .toList(),
        quarantined(store),
        new RunFailures(store).read());
  }

  private static Map<String, Long> quarantined(ObjectStore store) {
    Map<String, Long> rows = new TreeMap<>();
    for (String folder : store.folders(LakeLayout.QUARANTINE)) {
      try (Stream<String> keys = store.list(LakeLayout.QUARANTINE + folder + "/", "")) {
        long count =
            keys.filter(key -> !MendedParts.isMended(store, key))
                .mapToLong(key -> QuarantinedRows.count(store, key))
                .sum();
        if (count > 0) {
          rows.put(folder, count);
        }
      }
    }
    return rows;
  }
}
