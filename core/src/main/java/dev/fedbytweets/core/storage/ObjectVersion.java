package dev.fedbytweets.core.storage;

import java.util.Objects;

/// Distinguishes the versions of one object: the ETag on S3. Opaque to everyone but the store that
/// returned it.
public record ObjectVersion(String value) {

  public ObjectVersion {
    Objects.requireNonNull(value, "value");
  }
}
