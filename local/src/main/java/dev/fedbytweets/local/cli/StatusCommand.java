package dev.fedbytweets.local.cli;

import dev.fedbytweets.gettweets.GetTweetsConfig;
import dev.fedbytweets.gettweets.checkpoint.Checkpoint;
import dev.fedbytweets.gettweets.checkpoint.Gap;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.status.LakeStatus;
import dev.fedbytweets.local.status.TableSize;
import dev.fedbytweets.local.table.TextTable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `./lake status`.
@Command(
    name = "status",
    description = "Subjects, checkpoints, runs, table sizes, what was quarantined, charges so far.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;

  private final Terminal terminal;

  StatusCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Lake lake = Lake.openExisting(common.lake())) {
      LakeStatus status = LakeStatus.of(lake);
      terminal.print("lake " + lake.directory().root());
      showPages(status);
      showSubjects(status);
      showGaps(status);
      showRuns(status);
      showTables(status);
      showQuarantined(status);
    }
    return 0;
  }

  private void showPages(LakeStatus status) {
    TextTable table = TextTable.ofNumbers("raw pages", "pages", "KB");
    status
        .pages()
        .forEach(
            (subject, pages) -> table.addRow(subject, pages.pages(), kilobytes(pages.bytes())));
    show(table);
  }

  private void showSubjects(LakeStatus status) {
    if (status.checkpoints().isEmpty()) {
      return;
    }
    GetTweetsConfig prices = GetTweetsConfig.of(System.getenv());
    TextTable table =
        TextTable.ofNumbers(
            "collected from X", "up to", "going on at", "posts this month", "posts", "charge $");
    Instant now = Instant.now();
    for (Checkpoint checkpoint : status.checkpoints()) {
      long posts = checkpoint.months().total();
      Instant until = checkpoint.coverage().until();
      BigDecimal charge = prices.chargeUsd(posts);
      table.addRow(
          checkpoint.subject(),
          until == null ? "-" : seconds(until),
          checkpoint.window() == null ? "-" : "an open window",
          checkpoint.months().in(now),
          posts,
          Money.dollars(charge));
    }
    show(table);
  }

  private void showGaps(LakeStatus status) {
    TextTable table = TextTable.ofNumbers("gaps", "from", "to", "why");
    int gaps = 0;
    for (Checkpoint checkpoint : status.checkpoints()) {
      for (Gap gap : checkpoint.coverage().gaps()) {
        table.addRow(checkpoint.subject(), seconds(gap.from()), seconds(gap.to()), gap.reason());
        gaps++;
      }
    }
    if (gaps > 0) {
      show(table);
    }
  }

  private void showRuns(LakeStatus status) {
    TextTable table =
        TextTable.ofNumbers(
            "last runs", "at", "tweets to bronze", "to silver", "duplicates", "rejected");
    status
        .runs()
        .forEach(
            run ->
                table.addRow(
                    run.run(),
                    seconds(run.at()),
                    run.bronze().written(),
                    run.silver().written(),
                    run.silver().duplicates(),
                    run.bronze().rejected() + run.silver().rejected()));
    show(table);
  }

  private void showTables(LakeStatus status) {
    TextTable table = TextTable.ofNumbers("tables", "rows", "files", "KB");
    status
        .tables()
        .forEach(
            size -> table.addRow(size.name(), size.rows(), size.files(), kilobytes(size.bytes())));
    show(table);
    status.tables().stream()
        .filter(TableSize::isOfOlderRule)
        .forEach(
            size ->
                terminal.print(
                    "%s was merged by the rule of an earlier version: './lake rebuild' makes it anew"
                        .formatted(size.name())));
  }

  private void showQuarantined(LakeStatus status) {
    if (status.quarantined().isEmpty()) {
      terminal.print("");
      terminal.print("nothing was quarantined");
      return;
    }
    TextTable table = TextTable.ofNumbers("quarantined", "rows");
    status.quarantined().forEach(table::addRow);
    show(table);
  }

  private void show(TextTable table) {
    terminal.print("");
    table.lines().forEach(terminal::print);
  }

  private static long kilobytes(long bytes) {
    return (bytes + 999) / 1000;
  }

  private static String seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
