package dev.fedbytweets.local.lake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Makes the names of new folders, and of new and moved files, survive a crash of the machine.
/// Forcing a file does not do that: its name stands in the folder that holds it.
@FunctionalInterface
interface DirectorySync {

  /// Forces to the disk, where the operating system can do that.
  DirectorySync DISK =
      System.getProperty("os.name").startsWith("Windows")
          ? folder -> {}
          : DirectorySync::forceToDisk;

  /// Forces the entries of a folder to the disk: its files and the folders directly in it.
  void force(Path folder) throws IOException;

  /// Creates a folder, and those above it, where they are missing. Forces the folder above each
  /// that it creates.
  default void create(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path above = folder.toAbsolutePath().getParent();
    create(above);
    try {
      Files.createDirectory(folder);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
    force(above);
  }

  private static void forceToDisk(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
