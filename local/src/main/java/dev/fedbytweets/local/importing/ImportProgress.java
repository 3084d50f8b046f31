package dev.fedbytweets.local.importing;

import java.nio.file.Path;

/// Is told how far an import is: after every page or broken piece, and at the end of every file.
@FunctionalInterface
public interface ImportProgress {

  /// Tells nobody.
  ImportProgress NONE = (file, bytes, total) -> {};

  /// @param file that is being read
  /// @param bytes of all files that have been read so far, as they lie on the disk
  /// @param total bytes of all files
  void reached(Path file, long bytes, long total);
}
