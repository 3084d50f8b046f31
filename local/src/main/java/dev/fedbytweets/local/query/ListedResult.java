package dev.fedbytweets.local.query;

import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.failure.RejectedException;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A result that is not asked of the database: rows that a command lists.
public final class ListedResult {

  private final List<ResultColumn> columns;
  private final List<List<Object>> rows = new ArrayList<>();

  private ListedResult(List<ResultColumn> columns) {
    this.columns = columns;
  }

  /// A result without rows.
  ///
  /// @param columns names and types as DuckDB has them, in turn
  public static ListedResult of(String... columns) {
    List<ResultColumn> described = new ArrayList<>();
    for (int column = 0; column < columns.length; column += 2) {
      described.add(new ResultColumn(columns[column], columns[column + 1]));
    }
    return new ListedResult(List.copyOf(described));
  }

  /// Adds a row.
  ///
  /// @param values one for each column: texts, integers, times, or null
  public void add(Object... values) {
    rows.add(Arrays.asList(values));
  }

  /// Writes the rows.
  ///
  /// @throws RejectedException if the format is one that only the database writes
  /// @throws MisconfiguredException if the output cannot be written
  public void write(ResultOutput output) {
    ResultWriter writer =
        output
            .resultWriter()
            .orElseThrow(
                () ->
                    new RejectedException(
                        "%s holds the rows of a query only".formatted(output.format())));
    try {
      Writer target = output.writer();
      writer.write(new Rows(), target);
      target.flush();
    } catch (IOException e) {
      if (!ResultOutput.isReaderGone(e)) {
        throw new MisconfiguredException("cannot write the result: " + e.getMessage(), e);
      }
    }
  }

  private final class Rows implements QueryResult {

    private int next;

    @Override
    public List<ResultColumn> columns() {
      return columns;
    }

    @Override
    public boolean next() {
      next++;
      return next <= rows.size();
    }

    @Override
    public List<Object> row() {
      return rows.get(next - 1);
    }
  }
}
