package dev.fedbytweets.tables.silver;

import dev.fedbytweets.core.step.Counts;
import java.util.List;
import java.util.TreeMap;
import org.apache.iceberg.DeleteFile;

/// What a merge writes.
///
/// @param changedFiles the silver files to be written anew
/// @param deleteFiles what other engines wrote: the changed files are written without these rows
/// @param inserts the rows to be added
/// @param counts of the incoming rows
record MergePlan<B extends Record, S extends Record>(
    List<FileChanges> changedFiles,
    List<DeleteFile> deleteFiles,
    Inserts<B, S> inserts,
    Counts counts) {

  MergePlan {
    changedFiles = List.copyOf(changedFiles);
    deleteFiles = List.copyOf(deleteFiles);
  }

  /// The partitions to be written, divided into batches that fit into memory.
  List<DayRange> partitionBatches() {
    TreeMap<Integer, Long> rowsByDay = new TreeMap<>();
    changedFiles.forEach(file -> rowsByDay.merge(file.partitionDay(), file.retained(), Long::sum));
    inserts.countInto(rowsByDay);
    return DayRange.divide(rowsByDay);
  }
}
