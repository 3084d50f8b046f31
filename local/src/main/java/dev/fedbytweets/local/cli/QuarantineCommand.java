package dev.fedbytweets.local.cli;

import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.local.lake.FileFailures;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.query.ListedResult;
import dev.fedbytweets.local.query.ResultOutput;
import dev.fedbytweets.local.status.QuarantineEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `./lake quarantine`: what could not be used, and why.
@Command(
    name = "quarantine",
    header = "What could not be used, and why.",
    description =
        "Rows that a table refused, answers of X and parts of imported files that cannot be read: each"
            + " with its reason, when it was noticed, and where it is.",
    footerHeading = "%nExamples:%n",
    footer = {"  lake quarantine", "  lake quarantine --show 1"},
    mixinStandardHelpOptions = true)
final class QuarantineCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;

  @Mixin private FormatOptions format;

  @Option(
      names = "--show",
      paramLabel = "N",
      description = "Print number N of the list whole, as it came.")
  private Integer show;

  private final Terminal terminal;

  QuarantineCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Lake lake = Lake.openExisting(common.lake())) {
      List<QuarantineEntry> entries = QuarantineEntry.all(lake);
      if (show != null) {
        print(entries);
      } else if (entries.isEmpty() && format.areUnset()) {
        terminal.print("nothing was quarantined");
      } else {
        list(entries, lake.directory().root());
      }
    }
    return 0;
  }

  private void list(List<QuarantineEntry> entries, Path root) {
    ListedResult result =
        ListedResult.of(
            "n", "INTEGER",
            "from", "NAME",
            "rows", "BIGINT",
            "reason", "VARCHAR",
            "source", "VARCHAR",
            "at", "TIMESTAMP",
            "file", "VARCHAR");
    for (int index = 0; index < entries.size(); index++) {
      QuarantineEntry entry = entries.get(index);
      result.add(
          index + 1,
          entry.from(),
          entry.rows(),
          entry.reason(),
          entry.source(),
          LocalDateTime.ofInstant(entry.at(), ZoneOffset.UTC),
          root.relativize(entry.file()).toString());
    }
    format.write(terminal, result::write);
    if (format.areUnset() && terminal.kind().hasResults()) {
      terminal.say(
          "%s prints the first whole"
              .formatted(common.lake().command("quarantine").with("--show", "1")));
    }
  }

  private void print(List<QuarantineEntry> entries) {
    if (show < 1 || show > entries.size()) {
      throw new RejectedException(
          entries.isEmpty()
              ? "nothing was quarantined"
              : "there is no number %d: the list goes from 1 to %d"
                  .formatted(show, entries.size()));
    }
    QuarantineEntry entry = entries.get(show - 1);
    terminal.say("%s, %s: %s".formatted(entry.from(), entry.source(), entry.reason()));
    try {
      entry.writeTo(terminal.results());
    } catch (IOException e) {
      if (!ResultOutput.isReaderGone(e)) {
        throw new MisconfiguredException(
            "cannot print %s: %s".formatted(entry.file(), FileFailures.reason(e)), e);
      }
    }
  }
}
