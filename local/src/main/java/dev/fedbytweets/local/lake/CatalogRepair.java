package dev.fedbytweets.local.lake;

import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.model.Layer;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.local.lake.MetadataFiles.WholeFile;
import dev.fedbytweets.tables.schema.TableDefinition;
import dev.fedbytweets.tables.schema.TableDefinitions;
import dev.fedbytweets.tables.silver.SilverTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableMetadataParser;
import org.apache.iceberg.io.FileIO;

/// Mends the catalog of a lake from what is in the tables' folders: a file that is lost or damaged,
/// and entries whose metadata file is gone. Entries that name a file stay as they are.
///
/// A table without any whole metadata leaves the catalog, and the next run, import or rebuild makes
/// it anew from the pages. So does a bronze table that would be taken back behind what silver has
/// merged of it, because silver would pass over what it gains next.
final class CatalogRepair {

  private final LakeDirectory lake;
  private final CatalogFile file;
  private final FileIO io = new LocalFileIO();

  /// The locations of metadata by table; empty if the file is damaged.
  private final Optional<Map<String, String>> entries;

  private CatalogRepair(LakeDirectory lake) {
    this.lake = lake;
    this.file = new CatalogFile(lake.catalog());
    this.entries = file.locations();
    io.initialize(Map.of(CatalogProperties.WAREHOUSE_LOCATION, lake.warehouse()));
  }

  /// Looks at the catalog of a lake, which may be new.
  static CatalogRepair of(LakeDirectory lake) {
    return new CatalogRepair(lake);
  }

  /// Whether there is something to mend.
  boolean isNeeded() {
    return entries.isEmpty() || broken().findAny().isPresent();
  }

  /// Mends what there is to mend. The caller holds the lake's lock.
  ///
  /// @return what was done, in one line for a person
  String mend(Instant now) {
    SortedMap<String, Optional<WholeFile>> newest = new TreeMap<>();
    broken().forEach(table -> newest.put(table.toString(), metadata(table).newest(io)));
    Stream.of(Entity.values())
        .filter(entity -> isBehindSilver(entity, newest))
        .forEach(entity -> newest.put(name(Layer.BRONZE, entity), Optional.empty()));
    String state =
        entries.isEmpty()
            ? "was damaged and is kept as " + file.setAside(now).getFileName()
            : "lacked tables";
    LocalTables.open(lake).close();
    Map<String, Optional<String>> locations = new TreeMap<>();
    newest.forEach(
        (table, whole) ->
            locations.put(table, whole.map(found -> LakeDirectory.location(found.path()))));
    file.set(locations);
    return "catalog.db %s: %s".formatted(state, outcome(newest));
  }

  /// The tables whose entry is missing or names no file.
  private Stream<TableDefinition<?>> broken() {
    Map<String, String> known = entries.orElse(Map.of());
    boolean isLost =
        TableDefinitions.ALL.stream().noneMatch(table -> known.containsKey(table.toString()));
    return TableDefinitions.ALL.stream()
        .filter(
            table ->
                isLost
                    ? !metadata(table).isEmpty()
                    : known.containsKey(table.toString())
                        && !MetadataFiles.isFinished(lake.file(known.get(table.toString()))));
  }

  private MetadataFiles metadata(TableDefinition<?> table) {
    return new MetadataFiles(
        lake.root().resolve(LakeLayout.table(table.layer(), table.name())).resolve("metadata"));
  }

  private boolean isBehindSilver(Entity entity, SortedMap<String, Optional<WholeFile>> newest) {
    Optional<TableMetadata> bronze =
        newest.getOrDefault(name(Layer.BRONZE, entity), Optional.empty()).map(WholeFile::metadata);
    String silver = name(Layer.SILVER, entity);
    return bronze.isPresent()
        && (newest.containsKey(silver)
                ? newest.get(silver).map(WholeFile::metadata)
                : standing(silver))
            .filter(ahead -> SilverTable.isAheadOf(ahead, bronze.get()))
            .isPresent();
  }

  private Optional<TableMetadata> standing(String table) {
    return entries
        .map(all -> all.get(table))
        .map(location -> TableMetadataParser.read(io, location));
  }

  private static String outcome(SortedMap<String, Optional<WholeFile>> newest) {
    List<String> parts = new ArrayList<>();
    String found = names(newest, true);
    if (!found.isEmpty()) {
      parts.add("%s are as their newest metadata says".formatted(found));
    }
    String lost = names(newest, false);
    if (!lost.isEmpty()) {
      parts.add(
          "%s have none, and the next run, import or rebuild makes them anew from the pages"
              .formatted(lost));
    }
    return String.join("; ", parts);
  }

  private static String names(SortedMap<String, Optional<WholeFile>> newest, boolean isFound) {
    return newest.entrySet().stream()
        .filter(table -> table.getValue().isPresent() == isFound)
        .map(Map.Entry::getKey)
        .collect(Collectors.joining(", "));
  }

  private static String name(Layer layer, Entity entity) {
    return layer.lowerCase() + "." + entity.lowerCase();
  }
}
