package dev.fedbytweets.local.cli;

import dev.fedbytweets.comply.ComplianceCheck;
import dev.fedbytweets.core.step.ComplyOutput;
import dev.fedbytweets.local.lake.Lake;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Says what X answered in a compliance check, and how far the last one is.
final class ComplianceLines {

  /// What is counted beside what happened, and what that means.
  private static final Map<String, String> BESIDE = beside();

  private final Terminal terminal;

  ComplianceLines(Terminal terminal) {
    this.terminal = terminal;
  }

  /// A check that is over.
  void show(ComplyOutput output) {
    Map<String, Long> happened = new TreeMap<>(output.counts());
    happened.keySet().removeAll(BESIDE.keySet());
    terminal.print(
        "of %s and %s at X: %s"
            .formatted(
                Plural.of(output.posts(), "post"),
                Plural.of(output.users(), "user"),
                happened.isEmpty() ? "nothing happened" : counted(happened)));
    BESIDE.forEach(
        (what, meaning) -> {
          if (output.counts().containsKey(what)) {
            terminal.print("  %,d %s".formatted(output.counts().get(what), meaning));
          }
        });
    if (output.counts().containsKey("unreadable") || output.counts().containsKey("unknown")) {
      terminal.warn("X answered something that is not understood; lake.log says when");
    }
    if (output.batches().isEmpty()) {
      terminal.print("nothing has to go");
    }
  }

  /// The last check; nothing if there was none.
  void showLast(Lake lake, String command) {
    ComplianceCheck check = ComplianceCheck.last(lake.store()).orElse(null);
    if (check == null) {
      return;
    }
    terminal.print("");
    terminal.title("compliance");
    terminal.print(
        "the last check began %s: %s".formatted(seconds(check.begunAt()), state(lake, check)));
    if (check.isOverdue(Instant.now())) {
      terminal.warn(
          "it is overdue since %s: '%s' asks X".formatted(seconds(check.deadline()), command));
    }
  }

  private static String state(Lake lake, ComplianceCheck check) {
    if (check.collectedAt() == null) {
      return "it is under way";
    }
    return check.isPending(lake.store()) ? "what X answered is not forgotten yet" : "it is done";
  }

  private static String counted(Map<String, Long> happened) {
    return happened.entrySet().stream()
        .map(entry -> "%,d %s".formatted(entry.getValue(), entry.getKey()))
        .collect(Collectors.joining(", "));
  }

  private static String seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static Map<String, String> beside() {
    Map<String, String> beside = new LinkedHashMap<>();
    beside.put("forgotten_before", "forgotten already");
    beside.put("seen_since", "seen at X again long afterwards: they stay");
    beside.put("without_place", "without a place that could go");
    beside.put("unreadable", "lines of X's answer cannot be read");
    beside.put("unknown", "of an action that X does not document: nothing was done");
    return beside;
  }
}
