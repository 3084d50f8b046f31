package dev.fedbytweets.tables.silver;

import java.util.HashMap;
import java.util.Map;

/// The newest version that the lake holds of each edited post.
final class EditChains {

  private final Map<Long, Long> newestByOriginal = new HashMap<>();

  /// Notes a version.
  void add(long original, long version) {
    if (version != original) {
      newestByOriginal.merge(original, version, Math::max);
    }
  }

  /// Whether the lake holds a later version.
  boolean isSuperseded(long original, long version) {
    return newestByOriginal.getOrDefault(original, version) > version;
  }

  boolean isEmpty() {
    return newestByOriginal.isEmpty();
  }
}
