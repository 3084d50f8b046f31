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
          "  %s cannot be imported; what there is of records is in quarantine:"
              .formatted(Plural.of(report.rejected(), "record or file", "records or files")));
      report.groups().forEach(group -> terminal.say("    " + group));
    }
  }

  private void showGaps(SourceGaps gaps) {
    say(gaps.withoutUser(), "without an author");
    say(gaps.withoutTime(), "without a time: it is taken from the identifier");
    say(gaps.cut(), "with only the beginning of the text");
  }

  private void say(long count, String what) {
    if (count > 0) {
      terminal.say("  %s %s".formatted(Plural.of(count, "post"), what));
    }
  }
}
