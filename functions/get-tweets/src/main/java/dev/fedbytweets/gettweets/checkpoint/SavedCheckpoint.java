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

/// One subject's checkpoint in the store, saved by compare-and-set: a save succeeds only if no one
/// else has saved since. It costs one request. Not safe for use by several threads.
public final class SavedCheckpoint {

  private final ObjectStore store;
  private final String key;

  private Checkpoint checkpoint;

  /// What the object holds as far as is known; null if there is no object.
  private byte @Nullable [] body;

  /// The version of the object; null if there is no object.
  private @Nullable ObjectVersion version;

  /// What was written by a save that failed, so that it is not known whether it took effect; null
  /// if the last save succeeded.
  private byte @Nullable [] attempted;

  SavedCheckpoint(ObjectStore store, String key, SubjectName subject) {
    this.store = store;
    this.key = key;
    Optional<StoredObject> object = store.read(key);
    this.body = object.map(StoredObject::body).orElse(null);
    this.version = object.map(StoredObject::version).orElse(null);
    this.checkpoint =
        object
            .map(read -> CheckpointJson.read(store.describe(key), read.body()))
            .orElseGet(() -> Checkpoint.start(subject));
  }

  /// As it is saved.
  public Checkpoint checkpoint() {
    return checkpoint;
  }

  /// Saves a checkpoint in place of it. After a failure it may be called again.
  ///
  /// @throws RetryableException if someone else has saved one meanwhile, and then nothing was
  ///     changed
  public void save(Checkpoint next) {
    byte[] written = CheckpointJson.write(next);
    if (attempted != null) {
      readAgain(attempted);
    }
    attempted = written;
    version = write(written).orElseThrow(this::savedByOther);
    body = written;
    checkpoint = next;
    attempted = null;
  }

  private Optional<ObjectVersion> write(byte[] written) {
    return version == null
        ? store.writeIfAbsent(key, written, Map.of())
        : store.replace(key, written, version);
  }

  private void readAgain(byte[] maybeWritten) {
    Optional<StoredObject> object = store.read(key);
    byte[] found = object.map(StoredObject::body).orElse(null);
    if (!Arrays.equals(found, body) && !Arrays.equals(found, maybeWritten)) {
      throw savedByOther();
    }
    body = found;
    version = object.map(StoredObject::version).orElse(null);
  }

  private RetryableException savedByOther() {
    return new RetryableException(
        "%s was moved by another invocation meanwhile".formatted(store.describe(key)));
  }
}
