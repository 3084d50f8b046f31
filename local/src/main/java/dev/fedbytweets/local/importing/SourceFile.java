package dev.fedbytweets.local.importing;

import java.nio.file.Path;

/// A file to be imported.
///
/// @param path the path as it was named, or as it was found in a folder that was named
/// @param bytes the size on the disk; 0 if it is not known
/// @param isNamed whether it was named itself, and not a folder around it
record SourceFile(Path path, long bytes, boolean isNamed) {

  /// What is named to read standard input.
  static final Path STANDARD_INPUT = Path.of("-");

  /// Whether it is standard input.
  boolean isStandardInput() {
    return path.equals(STANDARD_INPUT);
  }
}
