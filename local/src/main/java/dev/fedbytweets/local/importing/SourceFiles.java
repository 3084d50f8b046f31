package dev.fedbytweets.local.importing;

import dev.fedbytweets.local.lake.FileFailures;
import java.io.IOException;
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
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Finds the files that paths name: files themselves, and all files in folders and the folders
/// below, in the order of their names. Links are followed. Hidden files and folders (their names
/// begin with a dot) are left out unless they are named, and so is what is not a file. Of a lake
/// the raw pages are taken, without the files that hold their metadata. A file that is found twice
/// is taken once. What cannot be read costs itself.
public final class SourceFiles {

  private final Map<Path, SourceFile> byRealPath = new LinkedHashMap<>();
  private final Map<Path, RejectionReason> unreadable = new LinkedHashMap<>();

  private SourceFiles() {}

  /// @param paths files and folders; `-` is standard input
  public static SourceFiles find(Collection<Path> paths) {
    SourceFiles found = new SourceFiles();
    paths.forEach(found::addNamed);
    return found;
  }

  /// The first file that is no page of a lake, and so has no subject of its own; empty if there is
  /// none such.
  public Optional<Path> withoutSubject() {
    return byRealPath.values().stream()
        .map(SourceFile::path)
        .filter(path -> LakePage.keyOf(path).isEmpty())
        .findFirst();
  }

  /// The files that can be opened.
  List<SourceFile> files() {
    return List.copyOf(byRealPath.values());
  }

  /// What cannot be read, with the reason.
  Map<Path, RejectionReason> unreadable() {
    return unreadable;
  }

  /// Whether a file or folder with this name is hidden. The last one is what macOS adds to
  /// archives.
  static boolean isHidden(String name) {
    return name.startsWith(".") || name.equals("__MACOSX");
  }

  private void addNamed(Path path) {
    if (path.equals(SourceFile.STANDARD_INPUT)) {
      byRealPath.putIfAbsent(path, new SourceFile(path, 0, true));
    } else if (Files.isDirectory(path)) {
      filesBelow(path).forEach(file -> add(file, false));
    } else {
      add(path, true);
    }
  }

  private void add(Path path, boolean isNamed) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      if (attributes.isRegularFile()) {
        Files.newInputStream(path).close();
        byRealPath.putIfAbsent(path.toRealPath(), new SourceFile(path, attributes.size(), isNamed));
      } else {
        unreadable.put(
            path,
            RejectionReason.unreadable(
                "it is neither a file nor a folder: what comes out of a pipe is imported as"
                    + " standard input, named -"));
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

  /// Why a file cannot be read.
  static RejectionReason reason(IOException e) {
    return RejectionReason.unreadable(
        e instanceof NoSuchFileException
            ? FileFailures.reason(e)
            : "it cannot be read: " + FileFailures.reason(e));
  }

  private final class Walk extends SimpleFileVisitor<Path> {

    private final Path root;
    private final SortedSet<Path> files = new TreeSet<>();

    Walk(Path root) {
      this.root = root;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return isLeftOut(folder) || isBesideRawPages(folder)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (!isLeftOut(file)
          && !attributes.isOther()
          && !isBesideRawPages(file)
          && !LakePage.isMetadata(file)) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      if (!isLeftOut(file) && !(e instanceof FileSystemLoopException)) {
        unreadable.put(file, reason(e));
      }
      return FileVisitResult.CONTINUE;
    }

    /// Whether it is a part of a lake other than the raw pages.
    private boolean isBesideRawPages(Path path) {
      return !path.equals(root)
          && !path.endsWith(LakePage.RAW_FOLDER)
          && LakePage.isLake(path.resolveSibling(""));
    }

    private boolean isLeftOut(Path path) {
      return !path.equals(root) && isHidden(path.getFileName().toString());
    }
  }
}
