package dev.fedbytweets.bench.bronze;

import dev.fedbytweets.bench.pages.PageFolder;
import dev.fedbytweets.bench.report.NumberColumn;
import dev.fedbytweets.bench.report.Table;
import dev.fedbytweets.bench.report.Table.Line;
import dev.fedbytweets.bench.rounds.CompetitorResult;
import dev.fedbytweets.bench.rounds.Folders;
import dev.fedbytweets.core.model.Entity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The numbers of the bronze benchmark.
final class BronzeReportTables {

  private BronzeReportTables() {}

  static Table speeds(PageFolder pages, List<CompetitorResult> all) {
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
    return new Table(
        "speed",
        List.of(
            new NumberColumn("wall s", 2),
            new NumberColumn("CPU s", 2),
            new NumberColumn("MB/s wall", 1),
            new NumberColumn("MB/s CPU", 1),
            new NumberColumn("peak MB", 0),
            new NumberColumn("output MB", 1)),
        lines);
  }

  static Table sizes(List<BronzeCompetitor> competitors) throws IOException {
    List<NumberColumn> columns = new ArrayList<>();
    competitors.forEach(
        competitor -> columns.add(new NumberColumn(competitor.program().name(), 2)));
    List<Line> lines = new ArrayList<>();
    for (Entity table : Entity.values()) {
      List<Double> megabytes = new ArrayList<>();
      for (BronzeCompetitor competitor : competitors) {
        megabytes.add(Folders.bytes(competitor.files(table).files()) / 1e6);
      }
      lines.add(new Line("bronze." + table.lowerCase(), megabytes));
    }
    return new Table("output, MB", columns, lines);
  }
}
