package dev.fedbytweets.tables.lookup;

import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.TableFailures;
import dev.fedbytweets.tables.files.Column;
import dev.fedbytweets.tables.files.ColumnFileReader;
import dev.fedbytweets.tables.files.LiveFile;
import dev.fedbytweets.tables.schema.TableDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;

/// The identifiers in a table of silver, each once, in parts.
public final class StoredIdentifiers {

  private static final String ID = "id";

  private final LakeTables lake;
  private final TableDefinition<?> definition;

  /// @param definition of tweets or users in silver
  public StoredIdentifiers(LakeTables lake, TableDefinition<?> definition) {
    this.lake = lake;
    this.definition = definition;
  }

  /// How many rows there are, which is how many identifiers there are at most.
  public long rows() {
    try {
      return PresentFiles.of(lake, definition).rows();
    } catch (RuntimeException e) {
      throw TableFailures.classified(definition.toString(), e);
    }
  }

  /// Gives the identifiers of a part, as the table is now. To which part an identifier belongs does
  /// not depend on the others, so what stays when the table changes stays in its part. Memory:
  /// the identifiers of the part in one partition.
  ///
  /// @param part from 0
  /// @param parts how many there are
  public void forEach(int part, int parts, LongConsumer identifiers) {
    PresentFiles files;
    try {
      files = PresentFiles.of(lake, definition);
    } catch (RuntimeException e) {
      throw TableFailures.classified(definition.toString(), e);
    }
    for (List<LiveFile> partition : files.byPartition()) {
      long[] distinct;
      try {
        distinct = distinct(files, partition, part, parts);
      } catch (RuntimeException e) {
        throw TableFailures.classified(definition.toString(), e);
      }
      for (long id : distinct) {
        identifiers.accept(id);
      }
    }
  }

  private static long[] distinct(
      PresentFiles files, List<LiveFile> partition, int part, int parts) {
    LongBuffer found = new LongBuffer();
    for (LiveFile file : partition) {
      files.read(file, columns -> add(columns, part, parts, found));
    }
    return found.distinct();
  }

  private static void add(ColumnFileReader columns, int part, int parts, LongBuffer found) {
    Column<Long> ids = columns.longs(ID);
    for (int rows = columns.rowsAhead(); rows > 0; rows = columns.rowsAhead()) {
      columns.openRowGroup();
      for (int row = 0; row < rows; row++) {
        long id = ids.next();
        if (parts == 1 || Math.floorMod(Long.hashCode(id * 0x9E3779B97F4A7C15L), parts) == part) {
          found.add(id);
        }
      }
    }
  }

  /// A growing array.
  private static final class LongBuffer {

    private long[] values = new long[1024];
    private int size;

    void add(long value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
      }
      values[size++] = value;
    }

    long[] distinct() {
      return Arrays.stream(values, 0, size).sorted().distinct().toArray();
    }
  }
}
