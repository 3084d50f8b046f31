package dev.fedbytweets.local.cli;

import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.query.LakeDatabase;
import dev.fedbytweets.local.query.ResultFormat;
import dev.fedbytweets.local.query.ResultOutput;
import dev.fedbytweets.local.query.ShippedQueries;
import dev.fedbytweets.local.query.ShippedQuery;
import java.util.List;

/// Runs a few of the shipped queries and shows their results.
final class DemoAnswers {

  private static final List<String> SHOWN =
      List.of(
          "volume-by-day-and-subject",
          "top-hashtags",
          "edited-posts",
          "posts-by-place",
          "facts/behaviour-beside-sentiment");

  private static final int ROWS = 5;

  private DemoAnswers() {}

  static void show(Terminal terminal, Lake lake) {
    ResultOutput output =
        ResultOutput.toTerminal(terminal.results(), ResultFormat.TABLE, terminal.width());
    try (LakeDatabase database = LakeDatabase.of(lake)) {
      for (String name : SHOWN) {
        ShippedQuery query = ShippedQueries.packaged(name);
        terminal.print("");
        terminal.print("%s  (queries/%s.sql)".formatted(query.question(), name));
        terminal.out().flush();
        database.run(query.sql(), output.withMostRows(ROWS));
      }
    }
    terminal.print("");
  }
}
