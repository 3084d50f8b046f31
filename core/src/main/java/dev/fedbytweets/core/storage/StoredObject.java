package dev.fedbytweets.core.storage;

import java.util.Map;
import java.util.Objects;

/// An object as it was read.
///
/// @param body the bytes; the array is not copied, so callers must not change it
/// @param metadata as it was written
/// @param version for [ObjectStore#replace]
public record StoredObject(byte[] body, Map<String, String> metadata, ObjectVersion version) {

  public StoredObject {
    Objects.requireNonNull(body, "body");
    metadata = Map.copyOf(metadata);
    Objects.requireNonNull(version, "version");
  }
}
