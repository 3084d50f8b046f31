package dev.fedbytweets.gettweets.doubles;

import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.ObjectVersion;
import dev.fedbytweets.core.storage.StoredObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A store whose user is killed at a chosen operation: from then on nothing it does has an
/// effect.
public final class DyingStore implements ObjectStore {

  /// On which side of the deadly operation the killing takes place.
  public enum Moment {
    BEFORE,
    AFTER
  }

  /// What the killed one sees.
  public static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final ObjectStore store;
  private final int deadly;
  private final Moment moment;
  private int operations;
  private boolean dead;

  /// @param deadly the number of the operation, from 1
  public DyingStore(ObjectStore store, int deadly, Moment moment) {
    this.store = store;
    this.deadly = deadly;
    this.moment = moment;
  }

  /// Kills the user of the store now.
  public void kill() {
    dead = true;
  }

  /// Operations so far.
  public int operations() {
    return operations;
  }

  @Override
  public Optional<StoredObject> read(String key) {
    return doing(() -> store.read(key));
  }

  @Override
  public Stream<String> list(String prefix, String after) {
    return doing(() -> store.list(prefix, after));
  }

  @Override
  public List<String> folders(String prefix) {
    return doing(() -> store.folders(prefix));
  }

  @Override
  public Optional<ObjectVersion> writeIfAbsent(
      String key, byte[] body, Map<String, String> metadata) {
    return doing(() -> store.writeIfAbsent(key, body, metadata));
  }

  @Override
  public Optional<ObjectVersion> replace(String key, byte[] body, ObjectVersion expected) {
    return doing(() -> store.replace(key, body, expected));
  }

  @Override
  public String describe(String key) {
    return store.describe(key);
  }

  private <T> T doing(Supplier<T> operation) {
    operations++;
    dieIf(dead || operations == deadly && moment == Moment.BEFORE);
    T result = operation.get();
    dieIf(operations == deadly);
    return result;
  }

  private void dieIf(boolean kill) {
    if (kill) {
      dead = true;
      throw new Killed();
    }
  }
}
