package dev.fedbytweets.bench.importing;

import dev.fedbytweets.bench.bronze.BronzeDuckMain;
import dev.fedbytweets.bench.silver.SilverDuckMain;
import dev.fedbytweets.core.model.Entity;
import java.nio.file.Path;
import java.sql.SQLException;

/// Runs DuckDB, on one thread, from recorded pages to Parquet files of bronze and silver.
final class ImportDuckMain {

  private ImportDuckMain() {}

  /// @param arguments the glob of the pages, the folder to write to
  public static void main(String... arguments) throws SQLException {
    load(arguments[0], Path.of(arguments[1]));
  }

  static void load(String glob, Path output) throws SQLException {
    BronzeDuckMain.loadRecorded(glob, output);
    for (Entity table : ImportCompetitor.SILVER) {
      SilverDuckMain.merge(
          output.resolve(table.lowerCase() + ".parquet"),
          table,
          output.resolve("silver-" + table.lowerCase() + ".parquet"));
    }
  }
}
