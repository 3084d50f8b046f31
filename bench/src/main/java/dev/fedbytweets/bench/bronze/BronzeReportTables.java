package dev.fedbytweets.bench.bronze;

import dev.fedbytweets.bench.pages.PageFolder;
import dev.fedbytweets.bench.report.ReportTable;
import dev.fedbytweets.bench.report.ReportTable.Column;
import dev.fedbytweets.bench.report.ReportTable.Line;
import dev.fedbytweets.bench.rounds.CompetitorResult;
import dev.fedbytweets.bench.rounds.Folders;
import dev.fedbytweets.core.model.Entity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The tables of the bronze benchmark's report.
final class BronzeReportTables {

  private BronzeReportTables() {}

  static ReportTable speeds(PageFolder pages, List<CompetitorResult> all) {
    double megabytes = pages.jsonBytes() / 1e6;
    List<Line> lines =
        all.stream()
            .map(
                each ->
                    Line.of(
                        each.name(),
                        each.wallSeconds(),
                        each.cpuSeconds(),
                        megabytes / each.wallSeconds(),
                        megabytes / each.cpuSeconds(),
                        each.peakBytes() / 1e6,
                        each.outputBytes() / 1e6))
            .toList();
    return new ReportTable(
        "speed",
        List.of(
            new Column("wall s", 2),
            new Column("CPU s", 2),
            new Column("MB/s wall", 1),
            new Column("MB/s CPU", 1),
            new Column("peak MB", 0),
            new Column("output MB", 1)),
        lines);
  }

  static ReportTable sizes(List<BronzeCompetitor> competitors) throws IOException {
    List<Column> columns = new ArrayList<>();
    competitors.forEach(competitor -> columns.add(new Column(competitor.program().name(), 2)));
    List<Line> lines = new ArrayList<>();
    for (Entity table : BronzeCompetitor.TABLES) {
      List<Double> megabytes = new ArrayList<>();
      for (BronzeCompetitor competitor : competitors) {
        megabytes.add(Folders.bytes(competitor.files(table).files()) / 1e6);
      }
      lines.add(new Line("bronze." + table.lowerCase(), megabytes));
    }
    return new ReportTable("output, MB", columns, lines);
  }
}
