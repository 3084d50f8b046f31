package dev.fedbytweets.local.lake;

import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.failure.RejectedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Lets one process at a time change a lake. The operating system releases the lock when the
/// process ends, however it ends.
public final class LakeLock implements AutoCloseable {

  private final FileChannel channel;

  private LakeLock(FileChannel channel) {
    this.channel = channel;
  }

  /// Takes the lock without waiting for it.
  ///
  /// @throws RejectedException if it is held already, naming the process that holds it
  /// @throws MisconfiguredException if the folder cannot be written
  public static LakeLock take(LakeDirectory lake) {
    Path file = lake.lock();
    try {
      DirectorySync.DISK.create(lake.root());
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        String holder = read(channel);
        channel.close();
        throw new RejectedException(
            "another process (%s) is working on %s: wait until it is done"
                .formatted(holder, lake.root()));
      }
      write(channel, "process " + ProcessHandle.current().pid());
      return new LakeLock(channel);
    } catch (IOException e) {
      throw new MisconfiguredException(
          "cannot write in %s: %s".formatted(lake.root(), FileFailures.reason(e)), e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot give the lock back", e);
    }
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(64);
    channel.read(bytes, 0);
    String holder = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).strip();
    return holder.isEmpty() ? "unknown" : holder;
  }

  private static void write(FileChannel channel, String holder) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
  }
}
