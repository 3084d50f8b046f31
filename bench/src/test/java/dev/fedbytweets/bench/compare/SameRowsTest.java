package dev.fedbytweets.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.bench.rounds.BenchException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SameRowsTest {

  private static final String FIRST = "(1, 'one', ['a', 'b'])";
  private static final String SECOND = "(2, NULL, NULL)";

  @TempDir private Path folder;

  @Test
  void theOrderOfRowsDoesNotMatter() throws SQLException {
    assertThat(require(rows("ours", FIRST, SECOND), rows("peer", SECOND, FIRST))).isEqualTo(2);
  }

  @Test
  void aChangedValueIsFoundAndItsColumnNamed() throws SQLException {
    TableFiles ours = rows("ours", FIRST, SECOND);
    TableFiles peer = rows("peer", FIRST, "(2, '', NULL)");

    assertThatThrownBy(() -> require(ours, peer))
        .isInstanceOf(BenchException.class)
        .hasMessageStartingWith("bronze.tweets: ours and peer did not write the same rows: ")
        .hasMessageContaining("text (")
        .hasMessageNotContaining("tags (");
  }

  @Test
  void aChangedListIsFound() throws SQLException {
    TableFiles ours = rows("ours", FIRST);
    TableFiles peer = rows("peer", "(1, 'one', ['b', 'a'])");

    assertThatThrownBy(() -> require(ours, peer)).hasMessageContaining("tags (");
  }

  @Test
  void valuesThatChangedPlacesAreFound() throws SQLException {
    TableFiles ours = rows("ours", FIRST, "(2, 'two', NULL)");
    TableFiles peer = rows("peer", "(1, 'two', ['a', 'b'])", "(2, 'one', NULL)");

    assertThatThrownBy(() -> require(ours, peer)).hasMessageContaining("(whole rows)");
  }

  @Test
  void aMissingRowIsFound() throws SQLException {
    TableFiles ours = rows("ours", FIRST);
    TableFiles peer = rows("peer", FIRST, FIRST);

    assertThatThrownBy(() -> require(ours, peer)).hasMessageContaining("(rows) (1, 2)");
  }

  @Test
  void aColumnOfAnotherTypeIsFound() throws SQLException {
    TableFiles ours = rows("ours", FIRST);
    TableFiles peer = rows("peer", "('1', 'one', ['a', 'b'])");

    assertThatThrownBy(() -> require(ours, peer))
        .hasMessageContaining("did not write the same columns: id (INTEGER, VARCHAR)");
  }

  private static long require(TableFiles ours, TableFiles peer) {
    return SameRows.require("bronze.tweets", ours, peer);
  }

  private TableFiles rows(String writer, String... rows) throws SQLException {
    Path file = folder.resolve(writer + ".parquet");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = connection.createStatement()) {
      sql.execute(
          "COPY (SELECT * FROM (VALUES %s) AS rows(id, \"text\", tags)) TO '%s' (FORMAT parquet)"
              .formatted(String.join(", ", rows), file));
    }
    return new TableFiles(writer, List.of(file));
  }
}
