package dev.fedbytweets.local.lake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Makes the names of new and moved files in a folder survive a crash of the machine.
final class DirectorySync {

  private static final boolean POSSIBLE = !System.getProperty("os.name").startsWith("Windows");

  private DirectorySync() {}

  /// Forces the folder's entries to the disk, where the operating system can do that.
  static void force(Path folder) throws IOException {
    if (POSSIBLE) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
