package dev.fedbytweets.local.importing;

import java.nio.file.Path;

/// Follows how far an import is: after every record, and at the end of every file.
@FunctionalInterface
public interface ImportProgress {

  /// Ignores it.
  ImportProgress NONE = (file, bytes, total) -> {};

  /// @param file the file that is being read
  /// @param bytes how many bytes of all files have been read so far, as they are on the disk
  /// @param total the bytes of all files; 0 if standard input is among them
  void reached(Path file, long bytes, long total);
}
