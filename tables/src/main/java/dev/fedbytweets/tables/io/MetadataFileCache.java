package dev.fedbytweets.tables.io;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/// The content of small files, up to 16 MB together: the least recently used goes first. Safe for
/// use by several threads.
final class MetadataFileCache implements Serializable {

  private static final long serialVersionUID = 1L;

  /// The largest file that is cached, in bytes.
  static final int LARGEST = 4 << 20;

  private static final int MOST_BYTES = 16 << 20;

  private final LinkedHashMap<String, byte[]> contents = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /// @return null if the file is not in the cache
  synchronized byte[] get(String location) {
    return contents.get(location);
  }

  /// Adds a file, unless it is too large.
  synchronized void put(String location, byte[] content) {
    if (content.length > LARGEST) {
      return;
    }
    remove(location);
    contents.put(location, content);
    bytes += content.length;
    while (bytes > MOST_BYTES) {
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
