package dev.fedbytweets.core.storage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// An [ObjectStore] in memory, for tests.
public final class MemoryObjectStore implements ObjectStore {

  private final NavigableMap<String, StoredObject> objects =
      new TreeMap<>((a, b) -> Arrays.compareUnsigned(utf8(a), utf8(b)));
  private long versions;

  @Override
  public synchronized Optional<StoredObject> read(String key) {
    return Optional.ofNullable(objects.get(key))
        .map(
            object -> new StoredObject(object.body().clone(), object.metadata(), object.version()));
  }

  @Override
  public synchronized Stream<String> list(String prefix, String after) {
    return List.copyOf(objects.tailMap(after, false).keySet()).stream()
        .filter(key -> key.startsWith(prefix));
  }

  @Override
  public synchronized List<String> folders(String prefix) {
    return objects.keySet().stream()
        .filter(key -> key.startsWith(prefix) && key.indexOf('/', prefix.length()) > 0)
        .map(key -> key.substring(prefix.length(), key.indexOf('/', prefix.length())))
        .distinct()
        .toList();
  }

  @Override
  public synchronized Optional<ObjectVersion> writeIfAbsent(
      String key, byte[] body, Map<String, String> metadata) {
    ObjectMetadata.requireFits(describe(key), metadata);
    return objects.containsKey(key) ? Optional.empty() : Optional.of(put(key, body, metadata));
  }

  @Override
  public synchronized Optional<ObjectVersion> replace(
      String key, byte[] body, Map<String, String> metadata, ObjectVersion expected) {
    StoredObject current = objects.get(key);
    return current == null || !current.version().equals(expected)
        ? Optional.empty()
        : Optional.of(put(key, body, metadata));
  }

  @Override
  public String describe(String key) {
    return "memory:" + key;
  }

  @Override
  public synchronized void delete(String key) {
    objects.remove(key);
  }

  private ObjectVersion put(String key, byte[] body, Map<String, String> metadata) {
    ObjectVersion version = new ObjectVersion(Long.toString(++versions));
    objects.put(key, new StoredObject(body.clone(), metadata, version));
    return version;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
