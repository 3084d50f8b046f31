package dev.fedbytweets.bench.age;

import dev.fedbytweets.bench.report.ReportTable.Column;
import dev.fedbytweets.bench.report.ReportTable.Line;
import java.util.ArrayList;
import java.util.List;

/// A lake and what was measured of it.
///
/// @param querySeconds CPU of a query
/// @param runSeconds CPU of one more run
record MeasuredLake(AgedLake lake, LakeSize size, double querySeconds, double runSeconds) {

  static final List<Column> COLUMNS =
      List.of(
          new Column("partitions", 0),
          new Column("live files", 0),
          new Column("data MB", 2),
          new Column("metadata MB", 2),
          new Column("stored files", 0),
          new Column("stored MB", 2),
          new Column("query CPU s", 2),
          new Column("run CPU s", 2));

  /// The lake that the oldest is compared with: a younger one has hardly any files.
  private static final int YOUNG = 10;

  /// The numbers, in the order of the columns.
  Line line() {
    return Line.of(
        lake.name(),
        (double) size.partitions(),
        (double) size.files(),
        size.dataBytes() / 1e6,
        size.metadataBytes() / 1e6,
        (double) size.storedFiles(),
        size.storedBytes() / 1e6,
        querySeconds,
        runSeconds);
  }

  /// What the oldest lake that was maintained is like.
  ///
  /// @param lakes the youngest first
  static List<String> findings(List<MeasuredLake> lakes) {
    List<MeasuredLake> maintained =
        lakes.stream().filter(each -> each.lake.isMaintained()).toList();
    MeasuredLake oldest = maintained.getLast();
    List<String> findings = new ArrayList<>();
    findings.add(oldest.ofSize());
    maintained.stream()
        .filter(each -> each.lake.runs() == YOUNG && each.lake.runs() < oldest.lake.runs())
        .map(oldest::comparedWith)
        .forEach(findings::add);
    return findings;
  }

  private String ofSize() {
    LakeSize.TableSize table = size.fullest();
    return "after %,d runs, maintained, no table has more files for its partitions than %s: %,d for %,d; metadata is %.0f %% of data"
        .formatted(
            lake.runs(),
            table.name(),
            table.files(),
            table.partitions(),
            100.0 * size.metadataBytes() / size.dataBytes());
  }

  private String comparedWith(MeasuredLake younger) {
    return "a query then takes %.2f times the CPU of one after %,d runs, and a run %.2f times"
        .formatted(
            querySeconds / younger.querySeconds,
            younger.lake.runs(),
            runSeconds / younger.runSeconds);
  }
}
