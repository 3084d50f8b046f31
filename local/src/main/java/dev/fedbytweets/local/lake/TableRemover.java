package dev.fedbytweets.local.lake;

import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.model.Layer;
import dev.fedbytweets.core.storage.LakeLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Removes the tables of a lake, so that they can be made anew from the raw pages.
public final class TableRemover {

  private static final String METADATA = "metadata";

  private TableRemover() {}

  /// Removes the tables' metadata, the catalog, and then the other files. A table whose metadata is
  /// gone is not brought back when the catalog is mended, so this may break off anywhere. Pages and
  /// state stay; rows that were quarantined are quarantined again when the tables are made anew.
  ///
  /// @throws MisconfiguredException if something cannot be removed
  public static void removeTables(LakeDirectory lake) {
    Path root = lake.root();
    try {
      for (Layer layer : Layer.values()) {
        for (Path table : children(root.resolve(LakeLayout.tables(layer)))) {
          removeMetadata(table);
        }
      }
      Files.deleteIfExists(lake.catalog());
      for (Layer layer : Layer.values()) {
        for (Path table : children(root.resolve(LakeLayout.tables(layer)))) {
          removeAll(table);
        }
        for (Entity table : Entity.values()) {
          removeAll(root.resolve(LakeLayout.quarantine(layer, table)));
        }
      }
    } catch (IOException e) {
      throw new MisconfiguredException(
          "cannot remove the tables in %s: %s".formatted(root, FileFailures.reason(e)), e);
    }
  }

  /// Takes the metadata away in one step, so that no half of it is left.
  private static void removeMetadata(Path table) throws IOException {
    Path metadata = table.resolve(METADATA);
    if (Files.isDirectory(metadata)) {
      Path removed = table.resolve(".removed");
      removeAll(removed);
      Files.move(metadata, removed, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.toList();
    }
  }

  private static void removeAll(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
