package dev.fedbytweets.core.faults;

import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.ObjectVersion;
import dev.fedbytweets.core.storage.StoredObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// An object store every operation of which can break.
public final class FaultyObjectStore implements ObjectStore {

  private final ObjectStore store;
  private final FaultInjector faults;

  /// @param store the real one
  public FaultyObjectStore(ObjectStore store, FaultInjector faults) {
    this.store = store;
    this.faults = faults;
  }

  @Override
  public Optional<StoredObject> read(String key) {
    return faults.around("read " + kind(key), () -> store.read(key));
  }

  @Override
  public Stream<String> list(String prefix, String after) {
    return faults.around("list " + kind(prefix), () -> store.list(prefix, after));
  }

  @Override
  public List<String> folders(String prefix) {
    return faults.around("folders " + kind(prefix), () -> store.folders(prefix));
  }

  @Override
  public Optional<ObjectVersion> writeIfAbsent(
      String key, byte[] body, Map<String, String> metadata) {
    return faults.around("write " + kind(key), () -> store.writeIfAbsent(key, body, metadata));
  }

  @Override
  public Optional<ObjectVersion> replace(
      String key, byte[] body, Map<String, String> metadata, ObjectVersion expected) {
    return faults.around(
        "replace " + kind(key), () -> store.replace(key, body, metadata, expected));
  }

  @Override
  public void delete(String key) {
    faults.around("delete " + kind(key), () -> store.delete(key));
  }

  @Override
  public String describe(String key) {
    return store.describe(key);
  }

  /// The first two parts of a key: `state/journal`.
  private static String kind(String key) {
    int end = key.indexOf('/', key.indexOf('/') + 1);
    return end < 0 ? key : key.substring(0, end);
  }
}
