package dev.fedbytweets.local.cli;

import dev.fedbytweets.core.metrics.Metrics;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.table.TextTable;
import dev.fedbytweets.maintain.Maintain;
import dev.fedbytweets.tables.maintenance.MaintenanceReport;
import dev.fedbytweets.tables.maintenance.MaintenanceSettings;
import dev.fedbytweets.tables.schema.TableDefinition;
import dev.fedbytweets.tables.schema.TableDefinitions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Maintenance of a local lake, as commands do it and say it. The caller holds the lake's lock.
final class Upkeep {

  private static final double MEGABYTE = 1e6;

  private final Terminal terminal;
  private final Maintain maintain;

  Upkeep(Terminal terminal, Lake lake, InstantSource clock) {
    this.terminal = terminal;
    this.maintain = new Maintain(lake.tables(), MaintenanceSettings.USUAL, clock, Metrics.NONE);
  }

  /// Maintains the tables that need it, and says so in one line; usually there are none. A failure
  /// is said as well, and is none of the command that came before.
  void ifNeeded() {
    List<TableDefinition<?>> needy =
        TableDefinitions.ALL.stream().filter(maintain::isNeeded).toList();
    if (needy.isEmpty()) {
      return;
    }
    try {
      Map<TableDefinition<?>, MaintenanceReport> reports = maintain(needy);
      terminal.say("  tables were kept small: " + summary(reports.values().stream().toList()));
    } catch (RuntimeException e) {
      terminal.say(
          "  tables could not be kept small, which harms nothing: %s".formatted(e.getMessage()));
    }
  }

  /// Maintains all tables and prints what was done.
  void all() {
    Map<TableDefinition<?>, MaintenanceReport> reports = maintain(TableDefinitions.ALL);
    TextTable table =
        TextTable.ofNumbers(
            "table", "files", "became", "manifests", "snapshots", "removed", "bytes removed");
    reports.forEach(
        (definition, report) ->
            table.addRow(
                definition,
                report.filesBefore(),
                report.filesAfter(),
                report.manifests(),
                report.snapshots(),
                report.removals().size(),
                report.bytesRemoved()));
    table.lines().forEach(terminal::print);
    terminal.print(summary(List.copyOf(reports.values())));
  }

  private Map<TableDefinition<?>, MaintenanceReport> maintain(List<TableDefinition<?>> tables) {
    Map<TableDefinition<?>, MaintenanceReport> reports = new LinkedHashMap<>();
    for (TableDefinition<?> table : tables) {
      terminal.showProgress(() -> "  keeping %s small".formatted(table));
      maintain.maintain(table, Instant.MAX).ifPresent(report -> reports.put(table, report));
    }
    terminal.clearProgress();
    return reports;
  }

  private static String summary(List<MaintenanceReport> reports) {
    long before = reports.stream().mapToLong(MaintenanceReport::filesBefore).sum();
    long after = reports.stream().mapToLong(MaintenanceReport::filesAfter).sum();
    long snapshots = reports.stream().mapToLong(MaintenanceReport::snapshots).sum();
    long removed = reports.stream().mapToLong(report -> report.removals().size()).sum();
    long bytes = reports.stream().mapToLong(MaintenanceReport::bytesRemoved).sum();
    List<String> parts = new ArrayList<>();
    if (before > 0) {
      parts.add("%s became %,d".formatted(Plural.of(before, "data file"), after));
    }
    if (snapshots > 0) {
      parts.add("%s expired".formatted(Plural.of(snapshots, "old snapshot")));
    }
    if (removed > 0) {
      parts.add("%s (%s) removed".formatted(Plural.of(removed, "file"), megabytes(bytes)));
    }
    return parts.isEmpty() ? "there was nothing to do" : String.join(", ", parts);
  }

  /// As in `31.4 MB`.
  static String megabytes(long bytes) {
    return "%,.1f MB".formatted(bytes / MEGABYTE);
  }
}
