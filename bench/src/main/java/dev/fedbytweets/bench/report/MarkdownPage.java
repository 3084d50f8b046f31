package dev.fedbytweets.bench.report;

import java.util.List;
import java.util.stream.Collectors;

/// A report as a page of documentation.
final class MarkdownPage {

  private MarkdownPage() {}

  static String of(Report report) {
    StringBuilder page = new StringBuilder();
    page.append("# ").append(report.name()).append("\n\n");
    page.append("Made by `bench/run`; not written by hand.\n\n");
    list(report.facts(), page);
    report.tables().forEach(table -> write(table, page));
    list(report.findings(), page);
    return page.toString().stripTrailing();
  }

  private static void list(List<String> sentences, StringBuilder page) {
    sentences.forEach(sentence -> page.append("- ").append(sentence).append('\n'));
    page.append('\n');
  }

  private static void write(Table table, StringBuilder page) {
    String headings =
        table.columns().stream().map(NumberColumn::heading).collect(Collectors.joining(" | "));
    page.append("| %s | %s |\n".formatted(table.title(), headings));
    page.append("|---|").append("--:|".repeat(table.columns().size())).append('\n');
    for (Table.Line line : table.lines()) {
      StringBuilder cells = new StringBuilder();
      for (int column = 0; column < table.columns().size(); column++) {
        cells.append(" | ").append(table.columns().get(column).show(line.numbers().get(column)));
      }
      page.append("| %s%s |\n".formatted(line.name(), cells));
    }
    page.append('\n');
  }
}
