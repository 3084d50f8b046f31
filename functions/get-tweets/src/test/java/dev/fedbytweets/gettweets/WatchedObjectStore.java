package dev.fedbytweets.gettweets;

import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.ObjectVersion;
import dev.fedbytweets.core.storage.StoredObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// An object store that tells of each write before it takes effect, so that a test can let time
/// pass or others come in between.
///
/// @param beforeWrite is given the key
record WatchedObjectStore(ObjectStore store, Consumer<String> beforeWrite) implements ObjectStore {

  @Override
  public Optional<StoredObject> read(String key) {
    return store.read(key);
  }

  @Override
  public Stream<String> list(String prefix, String after) {
    return store.list(prefix, after);
  }

  @Override
  public List<String> folders(String prefix) {
    return store.folders(prefix);
  }

  @Override
  public Optional<ObjectVersion> writeIfAbsent(
      String key, byte[] body, Map<String, String> metadata) {
    beforeWrite.accept(key);
    return store.writeIfAbsent(key, body, metadata);
  }

  @Override
  public Optional<ObjectVersion> replace(
      String key, byte[] body, Map<String, String> metadata, ObjectVersion expected) {
    beforeWrite.accept(key);
    return store.replace(key, body, metadata, expected);
  }

  @Override
  public void delete(String key) {
    store.delete(key);
  }

  @Override
  public String describe(String key) {
    return store.describe(key);
  }
}
