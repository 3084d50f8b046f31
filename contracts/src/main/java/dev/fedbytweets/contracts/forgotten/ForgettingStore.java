package dev.fedbytweets.contracts.forgotten;

import dev.fedbytweets.contracts.forgotten.ObjectRedactor.Redacted;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.forgotten.Forgotten;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.core.storage.NewObject;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.ObjectVersion;
import dev.fedbytweets.core.storage.StoredObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A store that takes what the lake's tombstones name out of everything before it is written, and
/// lets nothing begin under the name of a forgotten subject. It reads the tombstones when something
/// is written, and keeps them for a while. Safe for use by several threads.
public final class ForgettingStore implements ObjectStore {

  /// How old tombstones may be that a store of a function knows.
  public static final Duration USUAL = Duration.ofMinutes(1);

  private final ObjectStore store;
  private final InstantSource clock;
  private final Duration keeping;
  private @Nullable ObjectRedactor redactor;
  private volatile Forgotten forgotten = Forgotten.NOTHING;
  private Instant readAt = Instant.MIN;

  /// Where no tombstone is written meanwhile: they are read once.
  public ForgettingStore(ObjectStore store) {
    this(store, InstantSource.system(), Duration.ofDays(36_500));
  }

  /// @param keeping after which tombstones are read anew
  public ForgettingStore(ObjectStore store, InstantSource clock, Duration keeping) {
    this.store = store;
    this.clock = clock;
    this.keeping = keeping;
  }

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
    NewObject object = redacted(new NewObject(key, body, metadata));
    return store.writeIfAbsent(key, object.body(), object.metadata());
  }

  @Override
  public void writeAllIfAbsent(List<NewObject> objects) {
    store.writeAllIfAbsent(objects.stream().map(this::redacted).toList());
  }

  @Override
  public Optional<ObjectVersion> replace(
      String key, byte[] body, Map<String, String> metadata, ObjectVersion expected) {
    NewObject object = left(new NewObject(key, body, metadata));
    return store.replace(key, object.body(), object.metadata(), expected);
  }

  @Override
  public void delete(String key) {
    store.delete(key);
  }

  @Override
  public String describe(String key) {
    return store.describe(key);
  }

  private NewObject redacted(NewObject object) {
    requireSubject(object.key());
    return left(object);
  }

  private NewObject left(NewObject object) {
    Optional<Redacted> redacted =
        redactor().redacted(object.key(), object.body(), object.metadata());
    return redacted.map(it -> new NewObject(object.key(), it.body(), it.metadata())).orElse(object);
  }

  /// Checkpoints and pages say whose they are: nothing is collected or imported before one of them
  /// is written.
  private void requireSubject(String key) {
    redactor();
    LakeLayout.subjectOf(key)
        .or(() -> LakeLayout.subjectOfCheckpoint(key))
        .filter(forgotten::hasSubject)
        .ifPresent(
            subject -> {
              throw new RejectedException(
                  "the subject '%s' was forgotten: nothing comes in under its name until that is lifted"
                      .formatted(subject));
            });
  }

  private synchronized ObjectRedactor redactor() {
    ObjectRedactor known = redactor;
    Instant now = clock.instant();
    if (known == null || !now.isBefore(readAt.plus(keeping))) {
      forgotten = new Tombstones(store).forgotten();
      known = new ObjectRedactor(forgotten, PageRedactor.ofNew(forgotten));
      redactor = known;
      readAt = now;
    }
    return known;
  }
}
