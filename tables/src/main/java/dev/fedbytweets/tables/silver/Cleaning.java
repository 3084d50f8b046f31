package dev.fedbytweets.tables.silver;

import dev.fedbytweets.tables.files.ColumnFileReader;
import java.time.Instant;
import java.util.Optional;

/// Makes silver rows of the bronze rows of one table: all that a merge does not know of its table.
/// No IO, no clock: the same rows always give the same result, so what a rule compares with, a day
/// before which rows are left out for instance, is fixed when the object is made. One object serves
/// one merge.
///
/// @param <B> the bronze rows
/// @param <S> the silver rows
public interface Cleaning<B extends Record, S extends Record> {

  /// Resolves the keys of a bronze file's rows. May also note what [#crossKeyFlag] and [#clean]
  /// need, of rows that are not rejected: the whole increment passes here before silver is read and
  /// before rows are cleaned.
  ///
  /// @param bronze gives the columns that decide about the key, except those of [RowVersion], which
  ///     the merge reads itself
  KeyReader keys(ColumnFileReader bronze);

  /// How rows change rows of other keys; empty in tables where they do not.
  default Optional<CrossKeyFlag> crossKeyFlag() {
    return Optional.empty();
  }

  /// Makes the silver row.
  ///
  /// @param row a bronze row whose key is [ResolvedKey.Usable]
  /// @param firstRetrievedAt when its key was first retrieved, not after the row itself
  /// @param corrections counts what had to be corrected
  S clean(B row, Instant firstRetrievedAt, CorrectionCounts corrections);

  /// Makes a line for the quarantine.
  ///
  /// @param row a bronze row whose key is [ResolvedKey.Rejected]
  /// @return a JSON object without line breaks
  String quarantineLine(B row, String reason);

  /// Resolves the keys of rows one after another.
  @FunctionalInterface
  interface KeyReader {

    /// Reads the next row of the file.
    ResolvedKey next();
  }
}
