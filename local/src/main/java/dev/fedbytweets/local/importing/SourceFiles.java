package dev.fedbytweets.local.importing;

import dev.fedbytweets.core.failure.RejectedException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Finds the files that paths name: files themselves, and all files in folders and the folders
/// below, in the order of their names. Links are followed. Hidden files and folders (their names
/// begin with a dot) are left out unless they are named, and so is what is not a file. A file
/// that is found twice is taken once.
final class SourceFiles {

  private final Map<Path, SourceFile> byRealPath = new LinkedHashMap<>();
  private final Map<Path, String> unreadable = new LinkedHashMap<>();

  private SourceFiles() {}

  /// @throws RejectedException naming every file and folder that cannot be read
  static List<SourceFile> find(Collection<Path> paths) {
    SourceFiles found = new SourceFiles();
    paths.forEach(found::addNamed);
    if (!found.unreadable.isEmpty()) {
      throw new RejectedException(
          found.unreadable.entrySet().stream()
              .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
              .collect(
                  Collectors.joining(", ", "nothing was imported, these cannot be read: ", "")));
    }
    return List.copyOf(found.byRealPath.values());
  }

  private void addNamed(Path path) {
    if (Files.isDirectory(path)) {
      filesBelow(path).forEach(this::add);
    } else {
      add(path);
    }
  }

  private void add(Path path) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      if (attributes.isRegularFile()) {
        Files.newInputStream(path).close();
        byRealPath.putIfAbsent(path.toRealPath(), new SourceFile(path, attributes.size()));
      } else {
        unreadable.put(path, "it is neither a file nor a folder");
      }
    } catch (IOException e) {
      unreadable.put(path, reason(e));
    }
  }

  private SortedSet<Path> filesBelow(Path folder) {
    Walk walk = new Walk(folder);
    try {
      Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
    } catch (IOException e) {
      unreadable.put(folder, reason(e));
    }
    return walk.files;
  }

  private static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException missing -> "there is no such file";
      case AccessDeniedException denied -> "permission denied";
      default -> String.valueOf(e.getMessage());
    };
  }

  private final class Walk extends SimpleFileVisitor<Path> {

    private final Path root;
    private final SortedSet<Path> files = new TreeSet<>();

    Walk(Path root) {
      this.root = root;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (!isHidden(file) && !attributes.isOther()) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      if (!isHidden(file) && !(e instanceof FileSystemLoopException)) {
        unreadable.put(file, reason(e));
      }
      return FileVisitResult.CONTINUE;
    }

    private boolean isHidden(Path path) {
      return !path.equals(root) && path.getFileName().toString().startsWith(".");
    }
  }
}
