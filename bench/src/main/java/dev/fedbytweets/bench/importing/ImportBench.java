package dev.fedbytweets.bench.importing;

import dev.fedbytweets.bench.compare.SameRows;
import dev.fedbytweets.bench.pages.ImportFiles;
import dev.fedbytweets.bench.pages.ImportFiles.Layout;
import dev.fedbytweets.bench.pages.PageFolder;
import dev.fedbytweets.bench.report.Report;
import dev.fedbytweets.bench.report.ReportTable;
import dev.fedbytweets.bench.report.ReportTable.Column;
import dev.fedbytweets.bench.report.ReportTable.Line;
import dev.fedbytweets.bench.rounds.CompetitorResult;
import dev.fedbytweets.bench.rounds.Cpus;
import dev.fedbytweets.bench.rounds.Folders;
import dev.fedbytweets.bench.rounds.ForcedWrites;
import dev.fedbytweets.bench.rounds.LakeProgram;
import dev.fedbytweets.bench.rounds.Machine;
import dev.fedbytweets.bench.rounds.Rounds;
import dev.fedbytweets.bench.rounds.Workbench;
import dev.fedbytweets.core.model.Entity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Benchmarks `./lake import`, from files to silver, on one CPU and on two, against DuckDB.
public final class ImportBench {

  private static final List<Entity> BRONZE = List.of(Entity.TWEETS, Entity.USERS, Entity.PLACES);

  private final Workbench bench;
  private final int rounds;
  private final ImportOursCompetitor ours;
  private final ImportOursCompetitor oursOnTwo;
  private final ImportDuckCompetitor duck;
  private final ImportFiles pages;
  private final List<String> findings;

  private ImportBench(
      Workbench bench, Path launcher, int rounds, ImportFiles pages, List<String> findings) {
    this.bench = bench;
    this.rounds = rounds;
    this.pages = pages;
    this.findings = findings;
    this.ours =
        ImportOursCompetitor.of(
            "import", launcher, Cpus.ONE, pages, bench.work().resolve("import-lake"));
    this.oursOnTwo =
        ImportOursCompetitor.of(
            "import on two CPUs", launcher, Cpus.TWO, pages, bench.work().resolve("import-lake-2"));
    this.duck = new ImportDuckCompetitor(pages, bench.work().resolve("import-duckdb"));
  }

  /// Runs the benchmark.
  ///
  /// @param launcher the file `lake`
  /// @param megabytes of JSON
  /// @param layouts how the pages lie in files; each is measured for itself
  /// @throws dev.fedbytweets.bench.rounds.BenchException if the outputs differ
  public static Report run(
      Workbench bench, Path launcher, long seed, int megabytes, List<Layout> layouts, int rounds)
      throws IOException, InterruptedException {
    String machine = Machine.fact();
    LakeProgram.prepare(bench, launcher);
    List<ReportTable> tables = new ArrayList<>();
    List<String> findings = new ArrayList<>();
    for (Layout layout : layouts) {
      ImportFiles pages = ImportFiles.of(bench, seed, PageFolder.pages(seed, megabytes), layout);
      tables.add(new ImportBench(bench, launcher, rounds, pages, findings).run());
    }
    return new Report(
        "import of %,d MB".formatted(megabytes),
        List.of(
            "the whole command, from its launcher to committed tables of bronze and silver, against DuckDB, which makes Parquet files of the same tables, keeps no raw pages and commits nothing",
            "fresh processes on one CPU (taskset), DuckDB with one thread; import once more on two CPUs",
            "%d rounds in turn, medians; fsyncs are counted in a run of its own, if there is strace"
                .formatted(rounds),
            machine),
        tables,
        findings);
  }

  private ReportTable run() throws IOException, InterruptedException {
    List<ImportCompetitor> competitors = List.of(ours, oursOnTwo, duck);
    try {
      Folders.warm(pages.folder());
      List<CompetitorResult> all = new Rounds(bench, rounds).run(competitors);
      requireSameRows(oursOnTwo);
      long rows = requireSameRows(ours);
      OptionalLong forcedWrites = ForcedWrites.of(bench, ours);
      find(all.get(0), all.get(1), all.get(2), rows);
      return table(all, forcedWrites);
    } finally {
      for (ImportCompetitor competitor : competitors) {
        Folders.remove(competitor.output());
      }
    }
  }

  /// Which page a row is from, and when it was imported, DuckDB does not know.
  private long requireSameRows(ImportOursCompetitor imported) throws IOException {
    long rows = 0;
    for (Entity table : BRONZE) {
      rows +=
          SameRows.require(
              "bronze." + table.lowerCase(),
              imported.bronze(table).without("file_name", "import_date", "run_id"),
              duck.bronze(table).without("file_name", "import_date", "run_id"));
    }
    for (Entity table : ImportCompetitor.SILVER) {
      rows +=
          SameRows.require(
              "silver." + table.lowerCase(),
              imported.silver(table).without("file_name", "import_date"),
              duck.silver(table).without("file_name", "import_date"));
    }
    return rows;
  }

  private void find(CompetitorResult one, CompetitorResult two, CompetitorResult peer, long rows) {
    findings.add(
        "%s: import takes %.2f times the CPU time of DuckDB, by the clock %.2f times its own CPU time; on two CPUs %.2f of the time on one; all wrote the same %,d rows"
            .formatted(
                title(),
                one.cpuSeconds() / peer.cpuSeconds(),
                one.wallSeconds() / one.cpuSeconds(),
                two.wallSeconds() / one.wallSeconds(),
                rows));
  }

  private ReportTable table(List<CompetitorResult> all, OptionalLong forcedWrites) {
    double megabytes = pages.bytes() / 1e6;
    List<Line> lines = new ArrayList<>();
    for (CompetitorResult each : all) {
      lines.add(
          Line.of(
              each.name(),
              each.wallSeconds(),
              each.cpuSeconds(),
              megabytes / each.cpuSeconds(),
              each.peakBytes() / 1e6,
              each.outputBytes() / 1e6,
              each.equals(all.getFirst()) && forcedWrites.isPresent()
                  ? (double) forcedWrites.getAsLong()
                  : null));
    }
    return new ReportTable(
        title(),
        List.of(
            new Column("wall s", 2),
            new Column("CPU s", 2),
            new Column("MB/s CPU", 1),
            new Column("peak MB", 0),
            new Column("output MB", 1),
            new Column("fsyncs", 0)),
        lines);
  }

  private String title() {
    return "%,.0f MB in %s"
        .formatted(
            pages.bytes() / 1e6,
            pages.files() == 1 ? "one file" : "%,d files".formatted(pages.files()));
  }
}
