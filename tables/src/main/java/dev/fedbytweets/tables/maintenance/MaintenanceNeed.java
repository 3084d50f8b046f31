package dev.fedbytweets.tables.maintenance;

import dev.fedbytweets.tables.schema.TableDefinition;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.UpdateProperties;
import org.apache.iceberg.util.PropertyUtil;

/// Whether a table has grown so much since it was last maintained that it should be again. Its
/// metadata alone says so: no file is read.
public final class MaintenanceNeed {

  /// How many more data files, or expired snapshots, make maintenance worth its commits.
  private static final int MANY = 60;

  /// A property of the table: how many data files there were after it was last maintained.
  private static final String FILES = "fedbytweets.files-after-maintenance";

  private MaintenanceNeed() {}

  /// Whether there are sixty data files more than last time, or sixty snapshots to expire.
  public static boolean isIn(Table table, MaintenanceSettings settings, Instant now) {
    long known = PropertyUtil.propertyAsLong(table.properties(), FILES, 0);
    return StoredSize.dataFiles(table) - known >= MANY
        || new SnapshotExpiry(table, settings, now).plan().size() >= MANY;
  }

  /// Notes in the table's properties that it is maintained, and that old versions of its metadata
  /// file go with each commit: each of them names every snapshot. Tables of other engines, and of
  /// earlier versions, keep more.
  static void satisfied(Table table) {
    Map<String, String> wanted = new TreeMap<>();
    wanted.put(FILES, Long.toString(StoredSize.dataFiles(table)));
    wanted.put(TableProperties.METADATA_DELETE_AFTER_COMMIT_ENABLED, "true");
    int versions =
        PropertyUtil.propertyAsInt(
            table.properties(),
            TableProperties.METADATA_PREVIOUS_VERSIONS_MAX,
            TableProperties.METADATA_PREVIOUS_VERSIONS_MAX_DEFAULT);
    wanted.put(
        TableProperties.METADATA_PREVIOUS_VERSIONS_MAX,
        Integer.toString(Math.min(versions, TableDefinition.METADATA_VERSIONS)));
    wanted.entrySet().removeAll(table.properties().entrySet());
    if (!wanted.isEmpty()) {
      UpdateProperties update = table.updateProperties();
      wanted.forEach(update::set);
      update.commit();
    }
  }

  /// Whether somebody switched off the removal of files, which other engines respect, too.
  static boolean keepsFiles(Table table) {
    return !PropertyUtil.propertyAsBoolean(
        table.properties(), TableProperties.GC_ENABLED, TableProperties.GC_ENABLED_DEFAULT);
  }
}
