package dev.fedbytweets.tables.io;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/// The content of small files: the least recently used goes first. Safe for use by several threads.
final class FileCache implements Serializable {

  private static final long serialVersionUID = 1L;

  private final int largest;
  private final int most;
  private final LinkedHashMap<String, byte[]> contents = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /// @param largest the largest file that is cached, in bytes
  /// @param most how many bytes all of them may take
  FileCache(int largest, int most) {
    this.largest = largest;
    this.most = most;
  }

  /// Whether a file of this length is cached.
  boolean takes(long length) {
    return length <= largest;
  }

  /// @return null if the file is not in the cache
  synchronized byte[] get(String location) {
    return contents.get(location);
  }

  /// Adds a file, unless it is too large.
  synchronized void put(String location, byte[] content) {
    if (!takes(content.length)) {
      return;
    }
    remove(location);
    contents.put(location, content);
    bytes += content.length;
    while (bytes > most) {
      Map.Entry<String, byte[]> oldest = contents.firstEntry();
      remove(oldest.getKey());
    }
  }

  synchronized void remove(String location) {
    byte[] content = contents.remove(location);
    if (content != null) {
      bytes -= content.length;
    }
  }
}
