package dev.fedbytweets.local.lake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;

/// Makes many new files and names survive a crash of the machine together.
@FunctionalInterface
interface BatchSync {

  /// Forces to the disk. On Linux `sync -f` (GNU coreutils) does it in one go for all that waits in
  /// the file system; where that cannot be had, and for a few, it is done for one after another.
  BatchSync DISK =
      paths -> {
        if (paths.size() <= BatchSync.FEW || !syncFileSystem(paths.iterator().next())) {
          for (Path path : paths) {
            force(path);
          }
        }
      };

  /// So many take no longer one by one.
  int FEW = 4;

  /// Forces the contents of files, and the names in folders, to the disk.
  ///
  /// @param paths files and folders of one file system
  void force(Collection<Path> paths) throws IOException;

  private static boolean syncFileSystem(Path path) throws IOException {
    if (!System.getProperty("os.name").equals("Linux")) {
      return false;
    }
    Process sync;
    try {
      sync =
          new ProcessBuilder("sync", "-f", path.toAbsolutePath().toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      return false;
    }
    try {
      return sync.waitFor() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void force(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      DirectorySync.DISK.force(path);
      return;
    }
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}
