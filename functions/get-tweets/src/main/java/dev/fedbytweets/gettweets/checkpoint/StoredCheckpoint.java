package dev.fedbytweets.gettweets.checkpoint;

import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.ObjectVersion;
import dev.fedbytweets.core.storage.StoredObject;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One subject's checkpoint in the store, saved by compare-and-set: each save succeeds only if no
/// one else has saved since. Not safe for use by several threads.
public final class StoredCheckpoint {

  private final ObjectStore store;
  private final String key;

  private Checkpoint checkpoint;

  /// What the object holds as far as is known; null if there is no object.
  private byte @Nullable [] body;

  /// What was written last, if it is not known whether the write took effect.
  private byte @Nullable [] attempted;

  /// The version of the object; null if there is no object.
  private @Nullable ObjectVersion version;

  /// Whether `version` is up to date: a write does not return the new one.
  private boolean fresh;

  StoredCheckpoint(ObjectStore store, String key, SubjectName subject) {
    this.store = store;
    this.key = key;
    Optional<StoredObject> object = store.read(key);
    this.body = object.map(StoredObject::body).orElse(null);
    this.version = object.map(StoredObject::version).orElse(null);
    this.fresh = true;
    this.checkpoint =
        object
            .map(read -> CheckpointJson.read(store.describe(key), read.body()))
            .orElseGet(() -> Checkpoint.start(subject));
  }

  /// As it is stored.
  public Checkpoint checkpoint() {
    return checkpoint;
  }

  /// Saves a checkpoint in place of it. After a failure it may be called again.
  ///
  /// @throws RetryableException if someone else has saved one meanwhile, and then nothing was
  ///     changed
  public void save(Checkpoint next) {
    byte[] written = CheckpointJson.write(next);
    if (!fresh) {
      readAgain();
    }
    fresh = false;
    attempted = written;
    Optional<ObjectVersion> saved =
        version == null
            ? store.writeIfAbsent(key, written, Map.of())
            : store.replace(key, written, version);
    if (saved.isEmpty()) {
      throw savedByOther();
    }
    body = written;
    checkpoint = next;
  }

  private void readAgain() {
    Optional<StoredObject> object = store.read(key);
    if (!holds(object, body) && !holds(object, attempted)) {
      throw savedByOther();
    }
    version = object.map(StoredObject::version).orElse(null);
    fresh = true;
  }

  private static boolean holds(Optional<StoredObject> object, byte @Nullable [] bytes) {
    return Arrays.equals(object.map(StoredObject::body).orElse(null), bytes);
  }

  private RetryableException savedByOther() {
    return new RetryableException(
        "%s was moved by another invocation meanwhile".formatted(store.describe(key)));
  }
}
