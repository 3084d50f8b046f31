package dev.fedbytweets.local.cli;

import dev.fedbytweets.core.step.ForgetStep;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.forget.Forget;
import dev.fedbytweets.forget.ForgetReport;
import dev.fedbytweets.forget.ForgetReport.TableReport;
import java.util.ArrayList;
import java.util.List;

/// Says what was forgotten, or would be.
final class ForgetReportLines {

  private static final int MOST_NAMED = 10;

  private final Terminal terminal;

  ForgetReportLines(Terminal terminal) {
    this.terminal = terminal;
  }

  /// What a step does, for a line of progress.
  static String step(ForgetStep step) {
    return switch (step) {
      case EXPAND -> "finding what goes with it";
      case TABLES -> "taking it out of the tables";
      case OBJECTS -> "taking it out of pages and other objects";
      case SEARCH -> "searching every byte for it";
      case VERSIONS, PROOF, REPORT -> "writing the report";
    };
  }

  void show(Forget.Plan plan) {
    plan.tables()
        .forEach(
            (table, rows) ->
                terminal.print(
                    "%s: %s would go, %s would lose something, %s would be written anew"
                        .formatted(
                            table,
                            Plural.of(rows.removed(), "row"),
                            Plural.of(rows.changed(), "row"),
                            Plural.of(rows.files(), "file"))));
    terminal.print(
        "%s would be rewritten; nothing was changed"
            .formatted(
                Plural.of(plan.objects(), "page or other object", "pages and other objects")));
  }

  /// @param store to say where the report is
  void show(ForgetReport report, ObjectStore store) {
    terminal.print(report.batch());
    report.tables().forEach(this::show);
    terminal.print(
        "  %s rewritten"
            .formatted(
                Plural.of(
                    report.objects().size(), "page or other object", "pages and other objects")));
    String searched =
        "%s and %s were searched"
            .formatted(
                Plural.of(report.search().objects(), "object"),
                Plural.of(report.search().files(), "file"));
    if (report.isClean()) {
      terminal.print("  %s: nothing of it is left".formatted(searched));
    } else {
      report.search().found().stream()
          .limit(MOST_NAMED)
          .forEach(where -> terminal.error("it is still in %s".formatted(where)));
      terminal.error(
          "%s, and %s of them still hold something of it or cannot be read"
              .formatted(searched, report.search().found().size()));
    }
    terminal.print("  report: " + store.describe(LakeLayout.forgottenReport(report.batch())));
  }

  private void show(String table, TableReport report) {
    List<String> parts = new ArrayList<>();
    parts.add("%s removed".formatted(Plural.of(report.removedRows(), "row")));
    parts.add("%,d changed".formatted(report.changedRows()));
    parts.add("%s written anew".formatted(Plural.of(report.rewrittenFiles(), "file")));
    parts.add(
        "%s and %s removed"
            .formatted(
                Plural.of(report.expiredSnapshots(), "earlier state"),
                Plural.of(report.removedFiles(), "file")));
    terminal.print("  %s: %s".formatted(table, String.join(", ", parts)));
  }
}
