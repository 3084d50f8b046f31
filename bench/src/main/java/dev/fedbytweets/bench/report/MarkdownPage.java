package dev.fedbytweets.bench.report;

import java.util.List;

/// A report as a page of documentation.
final class MarkdownPage {

  private MarkdownPage() {}

  static String of(Report report) {
    StringBuilder page = new StringBuilder();
    page.append("# ").append(report.name()).append("\n\n");
    page.append("Made by `bench/run`; not written by hand.\n\n");
    write(report, page);
    return page.toString().stripTrailing();
  }

  /// A report as a section of a page.
  static String part(Report report) {
    StringBuilder section = new StringBuilder("## " + report.name() + "\n\n");
    write(report, section);
    return section.toString().stripTrailing();
  }

  private static void write(Report report, StringBuilder page) {
    list(report.facts(), page);
    report.tables().forEach(table -> write(table, page));
    list(report.findings(), page);
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
