package dev.fedbytweets.acceptance.athena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;

/// Compares the answers of two engines.
final class EngineAnswers {

  /// A relative tolerance, because engines add numbers up in different orders.
  private static final double TOLERANCE = 1e-9;

  private EngineAnswers() {}

  /// Rows without a meaningful order, sorted.
  static List<List<Object>> sorted(List<List<Object>> rows) {
    return rows.stream().sorted(Comparator.comparing(List::toString)).toList();
  }

  /// Fails unless both have the same rows in the same order.
  static void assertSame(List<List<Object>> actual, List<List<Object>> expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int row = 0; row < expected.size(); row++) {
      assertSameRow("row " + (row + 1), actual.get(row), expected.get(row));
    }
  }

  private static void assertSameRow(String where, List<?> actual, List<?> expected) {
    assertThat(actual).as(where).hasSameSizeAs(expected);
    for (int column = 0; column < expected.size(); column++) {
      assertSameCell(
          "%s, column %d".formatted(where, column + 1), actual.get(column), expected.get(column));
    }
  }

  private static void assertSameCell(String where, Object actual, Object expected) {
    if (actual instanceof Double one && expected instanceof Double other) {
      assertThat(one).as(where).isCloseTo(other, within(Math.abs(other) * TOLERANCE));
    } else {
      assertThat(actual).as(where).isEqualTo(expected);
    }
  }
}
