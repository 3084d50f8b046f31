package dev.fedbytweets.aws.storage;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// Marks an object as the result of one particular write, in a metadata entry that readers do not
/// see.
record WriteId(String value) {

  private static final String NAME = "write-id";

  static WriteId random() {
    return new WriteId(UUID.randomUUID().toString());
  }

  /// The metadata with this mark.
  Map<String, String> addedTo(Map<String, String> metadata) {
    Map<String, String> marked = new TreeMap<>(metadata);
    marked.put(NAME, value);
    return marked;
  }

  /// Whether metadata has this mark.
  boolean isIn(Map<String, String> metadata) {
    return value.equals(metadata.get(NAME));
  }

  /// The metadata as it was before any mark.
  static Map<String, String> removedFrom(Map<String, String> metadata) {
    Map<String, String> unmarked = new TreeMap<>(metadata);
    unmarked.remove(NAME);
    return unmarked;
  }
}
