package dev.fedbytweets.core.storage;

import java.util.Map;
import java.util.Objects;

/// An object to write.
///
/// @param key as of [ObjectStore]
/// @param body the bytes; the array is not copied, so callers must not change it
/// @param metadata as of [ObjectStore#writeIfAbsent]
public record NewObject(String key, byte[] body, Map<String, String> metadata) {

  public NewObject {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(body, "body");
    metadata = Map.copyOf(metadata);
  }
}
