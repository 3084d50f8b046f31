package dev.fedbytweets.bench.report;

import java.util.List;

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

  private static void write(ReportTable table, StringBuilder page) {
    page.append("| %s |\n".formatted(String.join(" | ", table.headings())));
    page.append("|---|").append("--:|".repeat(table.columns().size())).append('\n');
    for (ReportTable.Line line : table.lines()) {
      page.append("| %s |\n".formatted(String.join(" | ", table.cells(line))));
    }
    page.append('\n');
  }
}
