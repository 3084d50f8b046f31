package dev.fedbytweets.gettweets.checkpoint;

import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.ObjectVersion;
import dev.fedbytweets.core.storage.StoredObject;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// One subject's checkpoint in the store: as it was read and is moved on, each time only if no one
/// else has moved it since. Not safe for use by several threads.
public final class StoredCheckpoint {

  private final ObjectStore store;
  private final String key;

  private Checkpoint checkpoint;

  /// What the object holds as far as is known; null if there is no object.
  private byte[] body;

  /// What was written last, of which it is not known whether it took effect.
  private byte[] attempted;

  /// Of what is stored; null if there is no object.
  private ObjectVersion version;

  /// Whether `version` is still true: writing does not tell the new one.
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

  /// Stores a checkpoint in place of it. After a failure it may be called again.
  ///
  /// @throws RetryableException if someone else has moved it, and then nothing was changed
  public void move(Checkpoint next) {
    byte[] written = CheckpointJson.write(next);
    if (!fresh) {
      readAgain();
    }
    fresh = false;
    attempted = written;
    boolean moved =
        version == null
            ? store.writeIfAbsent(key, written, Map.of())
            : store.replace(key, written, version);
    if (!moved) {
      throw movedByOther();
    }
    body = written;
    checkpoint = next;
  }

  private void readAgain() {
    Optional<StoredObject> object = store.read(key);
    if (!holds(object, body) && !holds(object, attempted)) {
      throw movedByOther();
    }
    version = object.map(StoredObject::version).orElse(null);
    fresh = true;
  }

  private static boolean holds(Optional<StoredObject> object, byte[] bytes) {
    return Arrays.equals(object.map(StoredObject::body).orElse(null), bytes);
  }

  private RetryableException movedByOther() {
    return new RetryableException(
        "%s was moved by another invocation meanwhile".formatted(store.describe(key)));
  }
}
