package dev.fedbytweets.bench.report;

import java.util.List;

/// What a benchmark found.
///
/// @param name the benchmark's
/// @param facts sentences on what was done, before the tables
/// @param tables numbers
/// @param findings sentences on what the numbers say, after the tables
public record Report(String name, List<String> facts, List<Table> tables, List<String> findings) {

  public Report {
    facts = List.copyOf(facts);
    tables = List.copyOf(tables);
    findings = List.copyOf(findings);
  }
}
