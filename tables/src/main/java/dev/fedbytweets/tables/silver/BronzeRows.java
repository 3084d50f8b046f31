package dev.fedbytweets.tables.silver;

import dev.fedbytweets.tables.files.RecordFileReader;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Table;

/// The rows of a batch, read from bronze once more. Rows are numbered through all files, from 0.
///
/// @param type the record that is a row
record BronzeRows<B extends Record>(Table bronze, List<DataFile> files, Class<B> type) {

  /// Gives out the wanted rows.
  void forEach(IntPredicate isWanted, RecordFileReader.Rows<B> consumer) {
    int first = 0;
    for (DataFile file : files) {
      int before = first;
      int end = first + Math.toIntExact(file.recordCount());
      if (IntStream.range(before, end).anyMatch(isWanted)) {
        try (RecordFileReader<B> rows = new RecordFileReader<>(bronze, file, type)) {
          rows.forEach(
              row -> isWanted.test(before + row),
              (row, value) -> consumer.accept(before + row, value));
        }
      }
      first = end;
    }
  }
}
