package dev.fedbytweets.local.lake;

import dev.fedbytweets.core.failure.MisconfiguredException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Removes the tables of a lake, so that they can be made anew from the raw pages.
public final class TableFolders {

  private TableFolders() {}

  /// Removes the catalog, then the tables' files. Pages and state stay; rows that were set aside
  /// are set aside again.
  ///
  /// @throws MisconfiguredException if something cannot be removed
  public static void remove(LakeDirectory lake) {
    Path root = lake.root();
    try {
      Files.deleteIfExists(lake.catalog());
      for (String folder :
          List.of(
              "bronze",
              "silver",
              "quarantine/bronze.tweets",
              "quarantine/bronze.users",
              "quarantine/bronze.places",
              "quarantine/silver.tweets",
              "quarantine/silver.users",
              "quarantine/silver.places")) {
        removeAll(root.resolve(folder));
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
