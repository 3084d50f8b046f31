package dev.fedbytweets.local.cli;

import dev.fedbytweets.core.failure.LakeException;
import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.run.Subject;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.gettweets.GetTweetsConfig;
import dev.fedbytweets.gettweets.checkpoint.Checkpoint;
import dev.fedbytweets.gettweets.checkpoint.Gap;
import dev.fedbytweets.labelposts.LabelPosts;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.run.LakeConfig;
import dev.fedbytweets.local.run.RunFailures;
import dev.fedbytweets.local.status.LakeStatus;
import dev.fedbytweets.local.status.TableSize;
import dev.fedbytweets.local.table.TextTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.iceberg.exceptions.NotFoundException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `./lake status`.
@Command(
    name = "status",
    header = "What the lake holds, what failed, and what may still be read.",
    description =
        "Shows what failed and did not work since, then pages, subjects, what is left of their limits,"
            + " gaps, the last runs, tables and what was quarantined. Changes nothing.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

  /// The usual width of a terminal, for text.
  private static final int WIDTH = 80;

  @Mixin private CommonOptions common;

  @Mixin private ConfigOption config;

  private final Terminal terminal;

  StatusCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Lake lake = Lake.openExisting(common.lake())) {
      LakeStatus status = LakeStatus.of(lake);
      terminal.print("lake " + lake.directory().root());
      LakeNotices.all(lake).forEach(terminal::print);
      showFailures(status);
      showPages(status);
      showSubjects(status);
      showGaps(status);
      showRuns(status);
      showTables(status);
      showGold(lake);
      showQuarantined(status);
      new ComplianceLines(terminal).showLast(lake, common.lake().command("comply").toString());
    }
    return 0;
  }

  private void showFailures(LakeStatus status) {
    if (status.failures().isEmpty()) {
      return;
    }
    terminal.print("");
    terminal.title("failed");
    for (RunFailures.Failure failure : status.failures()) {
      String what = failure.subject() == null ? "the whole run" : failure.subject().value();
      terminal.print("%s  %s (%s)".formatted(seconds(failure.at()), what, failure.run()));
      Paragraph.lines(failure.cause(), Math.min(terminal.width(), WIDTH), "  ")
          .forEach(terminal::print);
    }
    terminal.print("'%s' goes on where these stopped".formatted(common.lake().command("run")));
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
        TextTable.ofNumbers("collected from X", "up to", "open window", "posts", "charge $");
    for (Checkpoint checkpoint : status.checkpoints()) {
      long posts = checkpoint.posts().total();
      Instant until = checkpoint.coverage().until();
      table.addRow(
          checkpoint.subject(),
          until == null ? "-" : seconds(until),
          checkpoint.window() == null ? "-" : "yes",
          posts,
          Money.dollars(prices.prices().chargeUsd(posts, checkpoint.posts().totalMedia())));
    }
    show(table);
    showLimits(status.checkpoints());
  }

  /// What may still be read today and this month. A day is one in UTC, as X charges.
  private void showLimits(List<Checkpoint> checkpoints) {
    Map<SubjectName, Subject> subjects = subjects();
    Instant now = Instant.now();
    TextTable table =
        TextTable.ofNumbers("posts read (UTC)", "today", "left", "this month", "left");
    for (Checkpoint checkpoint : checkpoints) {
      Optional<Subject> subject = Optional.ofNullable(subjects.get(checkpoint.subject()));
      long today = checkpoint.posts().onDayOf(now);
      long month = checkpoint.posts().inMonthOf(now);
      table.addRow(
          checkpoint.subject(),
          today,
          left(subject, Subject::maxPostsPerDay, today),
          month,
          left(subject, Subject::maxPostsPerMonth, month));
    }
    show(table);
  }

  private static Object left(
      Optional<Subject> subject, Function<Subject, Integer> limit, long read) {
    if (subject.isEmpty()) {
      return "-";
    }
    return subject.map(limit).<Object>map(most -> Math.max(0, most - read)).orElse("no limit");
  }

  /// The subjects with their limits, by name; none if they cannot be read.
  private Map<SubjectName, Subject> subjects() {
    Path file = config.file(common.lake());
    if (!Files.exists(file)) {
      return Map.of();
    }
    try {
      return LakeConfig.read(file).subjects().stream()
          .collect(Collectors.toMap(Subject::name, subject -> subject));
    } catch (MisconfiguredException e) {
      terminal.warn("the limits are not known: " + e.getMessage());
      return Map.of();
    }
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
        TextTable.ofNumbers("last runs", "to bronze", "to silver", "duplicates", "rejected");
    status
        .runs()
        .forEach(
            run ->
                table.addRow(
                    run.run(),
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
                    "%s was merged by the rule of an earlier version: '%s' makes it anew"
                        .formatted(size.name(), common.lake().command("rebuild"))));
  }

  /// Of tables that cannot be read the notices tell.
  private void showGold(Lake lake) {
    try {
      int days = LabelPosts.daysBehind(lake.tables(), lake.store());
      if (days > 0) {
        terminal.print(
            "gold: %s not counted yet: %s"
                .formatted(
                    days == 1 ? "1 day is" : "%,d days are".formatted(days),
                    common.lake().command("dashboard")));
      }
    } catch (LakeException | NotFoundException _) {
      return;
    }
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
    terminal.print("%s lists them".formatted(common.lake().command("quarantine")));
  }

  private void show(TextTable table) {
    terminal.print("");
    List<String> lines = table.lines();
    terminal.title(lines.getFirst());
    lines.stream().skip(1).forEach(terminal::print);
  }

  private static long kilobytes(long bytes) {
    return (bytes + 999) / 1000;
  }

  private static String seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
