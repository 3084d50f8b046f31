package dev.fedbytweets.gettweets.doubles;

import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.ObjectVersion;
import dev.fedbytweets.core.storage.StoredObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A store that counts the requests that S3 would charge for.
public final class CountingStore implements ObjectStore {

  private final ObjectStore store;
  private int puts;
  private int gets;
  private int lists;

  /// Requests by kind.
  public record Requests(int puts, int gets, int lists) {}

  public CountingStore(ObjectStore store) {
    this.store = store;
  }

  /// So far.
  public Requests requests() {
    return new Requests(puts, gets, lists);
  }

  @Override
  public Optional<StoredObject> read(String key) {
    gets++;
    return store.read(key);
  }

  @Override
  public Stream<String> list(String prefix, String after) {
    lists++;
    return store.list(prefix, after);
  }

  @Override
  public List<String> folders(String prefix) {
    lists++;
    return store.folders(prefix);
  }

  @Override
  public Optional<ObjectVersion> writeIfAbsent(
      String key, byte[] body, Map<String, String> metadata) {
    puts++;
    return store.writeIfAbsent(key, body, metadata);
  }

  @Override
  public Optional<ObjectVersion> replace(String key, byte[] body, ObjectVersion expected) {
    puts++;
    return store.replace(key, body, expected);
  }

  @Override
  public String describe(String key) {
    return store.describe(key);
  }
}
