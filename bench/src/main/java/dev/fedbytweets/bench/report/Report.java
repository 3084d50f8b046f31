package dev.fedbytweets.bench.report;

import java.util.List;

/// The result of a benchmark.
///
/// @param name of the benchmark
/// @param facts sentences on what was done, before the tables
/// @param tables the numbers
/// @param findings sentences on what the numbers say, after the tables
public record Report(
    String name, List<String> facts, List<ReportTable> tables, List<String> findings) {

  public Report {
    facts = List.copyOf(facts);
    tables = List.copyOf(tables);
    findings = List.copyOf(findings);
  }
}
