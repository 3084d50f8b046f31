package dev.fedbytweets.local.lake;

import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.model.Layer;
import dev.fedbytweets.core.storage.LakeLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// Removes the tables of a lake, so that they can be made anew from the raw pages.
public final class TableRemover {

  private TableRemover() {}

  /// Removes the catalog, then the tables' files. Pages and state stay; rows that were quarantined
  /// are quarantined again when the tables are made anew.
  ///
  /// @throws MisconfiguredException if something cannot be removed
  public static void removeTables(LakeDirectory lake) {
    Path root = lake.root();
    try {
      Files.deleteIfExists(lake.catalog());
      for (Layer layer : Layer.values()) {
        removeAll(root.resolve(LakeLayout.tables(layer)));
        for (Entity table : Entity.values()) {
          removeAll(root.resolve(LakeLayout.quarantine(layer, table)));
        }
      }
    } catch (IOException e) {
      throw new MisconfiguredException("cannot remove the tables in %s: %s".formatted(root, e), e);
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
