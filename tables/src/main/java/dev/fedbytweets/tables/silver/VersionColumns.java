package dev.fedbytweets.tables.silver;

import dev.fedbytweets.core.model.FoundAs;
import dev.fedbytweets.tables.files.Column;
import dev.fedbytweets.tables.files.ColumnFileReader;

/// Reads the [RowVersion] of each row of a file of bronze or silver.
final class VersionColumns {

  private final Column<String> foundAs;
  private final Column<Boolean> timesKnown;
  private final Column<Long> retrievedAt;
  private final Column<String> fileNames;

  /// Null in bronze.
  private final Column<Long> firstRetrievedAt;

  VersionColumns(ColumnFileReader file) {
    foundAs = file.texts("found_as");
    timesKnown = file.flags("retrieved_at_known");
    retrievedAt = file.longs("retrieved_at");
    fileNames = file.texts("file_name");
    firstRetrievedAt = file.longs("first_retrieved_at");
  }

  /// The next row's version.
  RowVersion next() {
    boolean isResult = FoundAs.ofColumnValue(foundAs.next()) == FoundAs.RESULT;
    boolean isTimeKnown = !Boolean.FALSE.equals(timesKnown.next());
    long retrieved = retrievedAt.next();
    Long first = firstRetrievedAt.next();
    return new RowVersion(
        isResult, isTimeKnown, retrieved, fileNames.next(), first == null ? retrieved : first);
  }

  /// Passes over the next row.
  void skip() {
    foundAs.skip(1);
    timesKnown.skip(1);
    retrievedAt.skip(1);
    fileNames.skip(1);
    firstRetrievedAt.skip(1);
  }
}
