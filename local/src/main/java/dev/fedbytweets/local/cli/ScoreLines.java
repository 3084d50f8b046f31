package dev.fedbytweets.local.cli;

import dev.fedbytweets.models.ConfusionMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The scores of a model, by class, as lines for a person.
final class ScoreLines {

  private ScoreLines() {}

  /// A table with a row for each class, and a line of scores over all.
  ///
  /// @param title what the examples are
  static List<String> of(String title, ConfusionMatrix confusion) {
    int width = confusion.labels().stream().mapToInt(String::length).max().orElse(0);
    List<String> lines = new ArrayList<>();
    StringBuilder head = new StringBuilder();
    head.append(
        "%s  %9s %6s %5s %8s  as"
            .formatted(" ".repeat(width), "precision", "recall", "F1", "examples"));
    for (String label : confusion.labels()) {
      head.append("  ").append(label);
    }
    lines.add("%s: %s".formatted(title, Plural.of(confusion.total(), "example")));
    lines.add(head.toString());
    for (int actual = 0; actual < confusion.classes().size(); actual++) {
      if (confusion.support(actual) > 0) {
        lines.add(row(confusion, actual, width));
      }
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "macro-F1 %.1f, macro-recall %.1f, accuracy %.1f",
            100 * confusion.macroF1(),
            100 * confusion.macroRecall(),
            100 * confusion.accuracy()));
    return lines;
  }

  private static String row(ConfusionMatrix confusion, int actual, int width) {
    String name = confusion.classes().get(actual);
    StringBuilder row = new StringBuilder(name).append(" ".repeat(width - name.length()));
    row.append(
        String.format(
            Locale.ROOT,
            "  %9.1f %6.1f %5.1f %,8d    ",
            100 * confusion.precision(actual),
            100 * confusion.recall(actual),
            100 * confusion.f1(actual),
            confusion.support(actual)));
    for (int label = 0; label < confusion.labels().size(); label++) {
      String count = String.format(Locale.ROOT, "%,d", confusion.count(actual, label));
      int room = Math.max(0, confusion.labels().get(label).length() - count.length());
      row.append("  ").append(" ".repeat(room)).append(count);
    }
    return row.toString();
  }
}
