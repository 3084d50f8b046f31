package dev.fedbytweets.local.cli;

import dev.fedbytweets.local.importing.ImportReport;
import dev.fedbytweets.local.importing.SourceGaps;

/// Shows what an import did.
final class ImportReportLines {

  private final Terminal terminal;

  ImportReportLines(Terminal terminal) {
    this.terminal = terminal;
  }

  void show(ImportReport report) {
    terminal.say(
        "  %s: %s, %,d of them new with %s and %s"
            .formatted(
                Plural.of(report.files(), "file"),
                Plural.of(report.pages(), "page"),
                report.stored(),
                Plural.of(report.posts(), "post"),
                Plural.of(report.users(), "user")));
    report
        .converted()
        .forEach(
            (kind, count) ->
                terminal.say(
                    "  %,d %s became pages; as they came they are in originals/"
                        .formatted(count, kind.plural())));
    showGaps(report.gaps());
    if (report.rejected() > 0) {
      terminal.say(
          "  %,d records or files cannot be imported; what there is of records is in quarantine:"
              .formatted(report.rejected()));
      report.groups().forEach(group -> terminal.say("    " + group));
    }
  }

  private void showGaps(SourceGaps gaps) {
    say(gaps.withoutUser(), "do not say who wrote them");
    say(
        gaps.withoutTime(),
        "do not say when they were written: it is taken from their identifiers");
    say(gaps.cut(), "have only the beginning of their text");
  }

  private void say(long count, String what) {
    if (count > 0) {
      terminal.say("  %,d posts %s".formatted(count, what));
    }
  }
}
