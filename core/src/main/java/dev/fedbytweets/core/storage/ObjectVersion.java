package dev.fedbytweets.core.storage;

import java.util.Objects;

/// Tells versions of one object apart: the ETag on S3. Opaque to everyone but the store that gave
/// it.
public record ObjectVersion(String value) {

  public ObjectVersion {
    Objects.requireNonNull(value, "value");
  }
}
