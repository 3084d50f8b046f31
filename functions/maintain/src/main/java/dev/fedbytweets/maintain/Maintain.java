package dev.fedbytweets.maintain;

import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.metrics.Metric;
import dev.fedbytweets.core.metrics.Metrics;
import dev.fedbytweets.core.model.Layer;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.TableFailures;
import dev.fedbytweets.tables.maintenance.MaintenanceNeed;
import dev.fedbytweets.tables.maintenance.MaintenancePlan;
import dev.fedbytweets.tables.maintenance.MaintenanceReport;
import dev.fedbytweets.tables.maintenance.MaintenanceSettings;
import dev.fedbytweets.tables.maintenance.TableMaintenance;
import dev.fedbytweets.tables.schema.TableDefinition;
import dev.fedbytweets.tables.schema.TableDefinitions;
import dev.fedbytweets.tables.silver.SilverTable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the tables of a lake small, one table in a call. Others may write to it meanwhile.
public final class Maintain {

  private static final Logger LOG = LoggerFactory.getLogger(Maintain.class);

  private final LakeTables lake;
  private final MaintenanceSettings settings;
  private final InstantSource clock;
  private final Metrics metrics;

  /// @param metrics takes how large a table is, each time that it is maintained to the end
  public Maintain(
      LakeTables lake, MaintenanceSettings settings, InstantSource clock, Metrics metrics) {
    this.lake = Objects.requireNonNull(lake, "lake");
    this.settings = Objects.requireNonNull(settings, "settings");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.metrics = Objects.requireNonNull(metrics, "metrics");
  }

  /// Whether a table has grown enough for it. Reads no more than the table's metadata.
  ///
  /// @return false if there is no such table
  public boolean isNeeded(TableDefinition<?> definition) {
    return lake.existing(definition)
        .filter(table -> MaintenanceNeed.isIn(table, settings, clock.instant()))
        .isPresent();
  }

  /// What [#maintain] would do. Changes nothing.
  ///
  /// @return empty if there is no such table
  public Optional<MaintenancePlan> plan(TableDefinition<?> definition) {
    try {
      return maintenance(definition).map(TableMaintenance::plan);
    } catch (RuntimeException e) {
      throw TableFailures.classified(definition.toString(), e);
    }
  }

  /// Maintains a table.
  ///
  /// @param deadline after which no further files are written anew: then the report is not complete
  /// @return empty if there is no such table
  /// @throws RetryableException if others changed the same files again and again
  public Optional<MaintenanceReport> maintain(TableDefinition<?> definition, Instant deadline) {
    try {
      Optional<MaintenanceReport> report =
          maintenance(definition).map(maintenance -> maintenance.run(deadline));
      report.ifPresent(done -> tell(definition, done));
      return report;
    } catch (RuntimeException e) {
      throw TableFailures.classified(definition.toString(), e);
    }
  }

  private void tell(TableDefinition<?> definition, MaintenanceReport report) {
    LOG.atInfo()
        .addKeyValue("table", definition)
        .addKeyValue("files_before", report.filesBefore())
        .addKeyValue("files_after", report.filesAfter())
        .addKeyValue("snapshots", report.snapshots())
        .addKeyValue("files_removed", report.removals().size())
        .log("a table is maintained");
    if (report.isComplete()) {
      metrics.put(Metric.LIVE_FILES, report.size().dataFiles());
      metrics.put(Metric.DATA_BYTES, report.size().dataBytes());
      metrics.put(Metric.METADATA_BYTES, report.size().metadataBytes());
    }
  }

  private Optional<TableMaintenance> maintenance(TableDefinition<?> definition) {
    return lake.existing(definition)
        .map(
            table -> {
              long upTo =
                  definition.layer() == Layer.BRONZE
                      ? lake.existing(TableDefinitions.of(Layer.SILVER, definition.name()))
                          .map(silver -> SilverTable.reach(silver, table))
                          .orElse(0L)
                      : Long.MAX_VALUE;
              return new TableMaintenance(table, upTo, settings, clock);
            });
  }
}
