package dev.fedbytweets.local.importing;

import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.ObjectVersion;
import dev.fedbytweets.core.storage.StoredObject;
import dev.fedbytweets.tables.faults.Faults;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A store every operation of which can break.
final class FaultyObjectStore implements ObjectStore {

  private final ObjectStore store;
  private final Faults faults;

  FaultyObjectStore(ObjectStore store, Faults faults) {
    this.store = store;
    this.faults = faults;
  }

  @Override
  public Optional<StoredObject> read(String key) {
    return faults.around("read " + key, () -> store.read(key));
  }

  @Override
  public Stream<String> list(String prefix, String after) {
    return faults.around("list " + prefix, () -> store.list(prefix, after));
  }

  @Override
  public List<String> folders(String prefix) {
    return faults.around("folders " + prefix, () -> store.folders(prefix));
  }

  @Override
  public boolean writeIfAbsent(String key, byte[] body, Map<String, String> metadata) {
    return faults.around("write " + key, () -> store.writeIfAbsent(key, body, metadata));
  }

  @Override
  public boolean replace(String key, byte[] body, ObjectVersion expected) {
    return faults.around("replace " + key, () -> store.replace(key, body, expected));
  }

  @Override
  public String describe(String key) {
    return store.describe(key);
  }
}
