package dev.fedbytweets.local.lake;

import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.forgotten.Forgotten;
import dev.fedbytweets.forget.OtherFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The files of a local lake that are no objects and belong to no table: the catalog, the log, and
/// what was being written when a process was killed.
public record LooseFiles(LakeDirectory directory) implements OtherFiles {

  @Override
  public long search(Forgotten forgotten, List<String> found) {
    List<Path> files =
        Stream.of(directory.root(), directory.unfinished(), directory.unfinished().resolve("batch"))
            .flatMap(LooseFiles::files)
            .toList();
    for (Path file : files) {
      if (holdsAny(file, forgotten)) {
        found.add(file.toString());
      }
    }
    return files.size();
  }

  private static boolean holdsAny(Path file, Forgotten forgotten) {
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      return forgotten.count(text) > 0;
    } catch (IOException e) {
      throw unusable(file, e);
    }
  }

  private static Stream<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList().stream();
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  private static MisconfiguredException unusable(Path file, IOException e) {
    return new MisconfiguredException(
        "cannot use %s: %s".formatted(file, FileFailures.reason(e)), e);
  }
}
