package dev.fedbytweets.tables.maintenance;

import dev.fedbytweets.tables.commit.StartsFrom;
import java.util.List;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.RewriteManifests;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.util.PropertyUtil;

/// Writes many small manifests anew as few.
final class ManifestRewrite {

  private final Table table;
  private final int least;
  private final long small;

  ManifestRewrite(Table table, MaintenanceSettings settings) {
    this.table = table;
    this.least = settings.leastSmallManifests();
    this.small =
        PropertyUtil.propertyAsLong(
                table.properties(),
                TableProperties.MANIFEST_TARGET_SIZE_BYTES,
                TableProperties.MANIFEST_TARGET_SIZE_BYTES_DEFAULT)
            / 2;
  }

  /// How many small manifests would be rewritten, 0 if they are few.
  int smallManifests() {
    Snapshot head = table.currentSnapshot();
    List<ManifestFile> manifests = head == null ? List.of() : head.dataManifests(table.io());
    int count = (int) manifests.stream().filter(this::isSmall).count();
    return count < least ? 0 : count;
  }

  /// Rewrites them. If another commit comes first, leaves it to the next maintenance.
  ///
  /// @return how many were rewritten
  int run() {
    int count = smallManifests();
    if (count == 0) {
      return 0;
    }
    RewriteManifests rewrite = table.rewriteManifests().rewriteIf(this::isSmall);
    rewrite.clusterBy(file -> "all");
    StandingEntries.repeat(rewrite, table);
    rewrite.validateWith(new StartsFrom(table.currentSnapshot()));
    try {
      rewrite.commit();
      return count;
    } catch (ValidationException e) {
      table.refresh();
      return 0;
    }
  }

  private boolean isSmall(ManifestFile manifest) {
    return manifest.length() < small;
  }
}
