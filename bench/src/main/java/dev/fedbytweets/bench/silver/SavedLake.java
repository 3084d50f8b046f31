package dev.fedbytweets.bench.silver;

import dev.fedbytweets.bench.rounds.Folders;
import dev.fedbytweets.local.lake.LakeDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/// A lake that can be restored to a saved state. Tables only ever gain files, so this restores the
/// catalog and removes the files that came since.
///
/// @param lake the folder
public record SavedLake(LakeDirectory lake) {

  /// Saves the state of a closed lake.
  public void save() throws IOException {
    Files.copy(lake.catalog(), savedCatalog(), StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(
        savedFiles(),
        Folders.files(lake.root()).stream().map(Path::toString).collect(Collectors.joining("\n")));
  }

  /// Restores the saved state.
  public void restore() throws IOException {
    Files.copy(savedCatalog(), lake.catalog(), StandardCopyOption.REPLACE_EXISTING);
    Set<String> saved = new HashSet<>(Files.readAllLines(savedFiles()));
    for (Path file : Folders.files(lake.root())) {
      if (isOfTables(file) && !saved.contains(file.toString())) {
        Files.delete(file);
      }
    }
  }

  private boolean isOfTables(Path file) {
    return file.startsWith(lake.root().resolve("bronze"))
        || file.startsWith(lake.root().resolve("silver"));
  }

  private Path savedCatalog() {
    return lake.root().resolve("catalog.saved");
  }

  private Path savedFiles() {
    return lake.root().resolve("files.saved");
  }
}
