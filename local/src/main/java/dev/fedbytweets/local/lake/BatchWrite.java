package dev.fedbytweets.local.lake;

import dev.fedbytweets.core.storage.NewObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Writes many objects of a local lake, and forces them to the disk three times in all: the
/// contents, the names of the metadata, the names of the objects. So an object that has its name
/// has its contents and its metadata too, as if it had been written alone.
///
/// Only one batch is written at a time. What one that was killed left unfinished goes with the
/// next.
///
/// @param root the lake's folder
/// @param unfinished for files that have no name yet, on the same file system
record BatchWrite(Path root, Path unfinished, BatchSync disk) {

  /// @param objects with keys that are free, each once
  void write(List<NewObject> objects) throws IOException {
    Path batch = unfinished.resolve("batch");
    removeAll(batch);
    Files.createDirectory(batch);
    Map<Path, Path> metadata = new LinkedHashMap<>();
    Map<Path, Path> bodies = new LinkedHashMap<>();
    try {
      for (NewObject object : objects) {
        Path file = root.resolve(object.key());
        Path body = batch.resolve(Integer.toString(bodies.size()));
        Files.write(body, object.body(), StandardOpenOption.CREATE_NEW);
        bodies.put(body, file);
        if (!object.metadata().isEmpty()) {
          Path about = LocalObjectStore.metadataFile(body);
          Files.write(
              about, LocalObjectStore.metadata(object.metadata()), StandardOpenOption.CREATE_NEW);
          metadata.put(about, LocalObjectStore.metadataFile(file));
        }
      }
      Set<Path> contents = new TreeSet<>(bodies.keySet());
      contents.addAll(metadata.keySet());
      force(contents);
      move(metadata);
      move(bodies);
    } finally {
      removeAll(batch);
    }
  }

  private void move(Map<Path, Path> files) throws IOException {
    Set<Path> folders = new TreeSet<>();
    for (Map.Entry<Path, Path> file : files.entrySet()) {
      Path folder = file.getValue().getParent();
      if (folders.add(folder)) {
        Files.createDirectories(folder);
      }
      Files.move(file.getKey(), file.getValue(), StandardCopyOption.ATOMIC_MOVE);
    }
    force(withThoseAbove(folders));
  }

  /// The names of new folders stand in the folders above them.
  private Set<Path> withThoseAbove(Set<Path> folders) {
    Set<Path> all = new TreeSet<>();
    for (Path folder : folders) {
      Path next = folder;
      while (all.add(next) && !next.equals(root)) {
        next = next.getParent();
      }
    }
    return all;
  }

  private void force(Set<Path> paths) throws IOException {
    if (!paths.isEmpty()) {
      disk.force(paths);
    }
  }

  private static void removeAll(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
