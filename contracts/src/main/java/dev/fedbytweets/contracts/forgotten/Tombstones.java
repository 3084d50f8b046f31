package dev.fedbytweets.contracts.forgotten;

import dev.fedbytweets.contracts.StepJson;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.forgotten.Forgotten;
import dev.fedbytweets.core.forgotten.ForgottenKind;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.StoredObject;
import dev.fedbytweets.core.work.WorkAhead;
import java.io.ByteArrayInputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The tombstones of a lake. Where there are none, asking for them costs one listing.
public final class Tombstones {

  private static final String ENDING = ".tombstone.json";
  private static final int SALT_BYTES = 16;

  /// From so many on, several are read at a time: there is one more with each request, for years.
  private static final int MANY = 10;

  private static final int READERS = 16;

  private final ObjectStore store;

  public Tombstones(ObjectStore store) {
    this.store = store;
  }

  /// What they say together.
  ///
  /// @param forgotten what this lake must not hold: of all tombstones that are not lifted
  /// @param pendingSince when the oldest request came that is not fulfilled
  public record Summary(Forgotten forgotten, Optional<Instant> pendingSince) {}

  /// What this lake must not hold: of all tombstones that are not lifted.
  public Forgotten forgotten() {
    return summary().forgotten();
  }

  /// What they say together.
  public Summary summary() {
    List<Tombstone> all = all().stream().filter(stone -> stone.liftedAt() == null).toList();
    return new Summary(
        all.isEmpty() ? Forgotten.NOTHING : forgotten(all),
        all.stream()
            .filter(Tombstone::isPending)
            .map(Tombstone::requestedAt)
            .min(Comparator.naturalOrder()));
  }

  /// What one request names.
  public Forgotten forgotten(Tombstone tombstone) {
    return forgotten(List.of(tombstone));
  }

  /// All tombstones, in the order of their names.
  public List<Tombstone> all() {
    List<String> keys;
    try (Stream<String> all = store.list(LakeLayout.FORGOTTEN, "")) {
      keys = all.filter(key -> key.endsWith(ENDING)).toList();
    }
    List<Tombstone> tombstones = new ArrayList<>();
    int readers = keys.size() < MANY ? 0 : READERS;
    try (WorkAhead<Optional<Tombstone>> ahead =
        new WorkAhead<>(readers, Long.MAX_VALUE, stone -> stone.ifPresent(tombstones::add))) {
      keys.forEach(key -> ahead.add(0, () -> store.read(key).map(object -> read(key, object))));
      ahead.finish();
    }
    return tombstones;
  }

  /// The tombstone of a batch.
  public Optional<Tombstone> find(String batch) {
    String key = LakeLayout.tombstone(batch);
    return store.read(key).map(object -> read(key, object));
  }

  /// Hashes of this lake, as tombstones hold them.
  public Map<String, List<String>> hashes(Map<ForgottenKind, ? extends Collection<String>> ids) {
    byte[] salt = salt();
    Map<String, List<String>> hashes = new TreeMap<>();
    ids.forEach(
        (kind, of) -> {
          if (!of.isEmpty()) {
            hashes.put(
                kind.lowerCase(),
                of.stream()
                    .map(id -> "%016x".formatted(Forgotten.hash(salt, id)))
                    .distinct()
                    .sorted()
                    .toList());
          }
        });
    return hashes;
  }

  /// Stores a new tombstone.
  ///
  /// @throws RejectedException if there is one of this name
  public void add(Tombstone tombstone) {
    String key = LakeLayout.tombstone(tombstone.batch());
    if (store.writeIfAbsent(key, StepJson.write(tombstone), Map.of()).isEmpty()) {
      throw new RejectedException("%s is there already".formatted(store.describe(key)));
    }
  }

  /// Replaces the tombstone of the same batch.
  ///
  /// @throws RejectedException if that was lifted, and this one would count again
  public void replace(Tombstone tombstone) {
    String key = LakeLayout.tombstone(tombstone.batch());
    Optional<StoredObject> known = store.read(key);
    if (tombstone.liftedAt() == null
        && known.filter(old -> read(key, old).liftedAt() != null).isPresent()) {
      throw new RejectedException("%s was lifted meanwhile".formatted(tombstone.batch()));
    }
    boolean isReplaced =
        known
            .flatMap(old -> store.replace(key, StepJson.write(tombstone), old.version()))
            .isPresent();
    if (!isReplaced) {
      throw new RetryableException("%s was changed meanwhile".formatted(store.describe(key)));
    }
  }

  private Forgotten forgotten(List<Tombstone> tombstones) {
    Map<ForgottenKind, List<Long>> hashes = new EnumMap<>(ForgottenKind.class);
    for (ForgottenKind kind : ForgottenKind.values()) {
      List<Long> known = new ArrayList<>();
      tombstones.forEach(stone -> known.addAll(stone.hashes(kind)));
      hashes.put(kind, known);
    }
    return new Forgotten(salt(), hashes);
  }

  private byte[] salt() {
    Optional<StoredObject> known = store.read(LakeLayout.FORGOTTEN_SALT);
    if (known.isEmpty()) {
      byte[] salt = new byte[SALT_BYTES];
      new SecureRandom().nextBytes(salt);
      store.writeIfAbsent(LakeLayout.FORGOTTEN_SALT, salt, Map.of());
      known = store.read(LakeLayout.FORGOTTEN_SALT);
    }
    return known.orElseThrow().body();
  }

  private Tombstone read(String key, StoredObject object) {
    try {
      return StepJson.read(StepJson.tree(new ByteArrayInputStream(object.body())), Tombstone.class);
    } catch (RejectedException e) {
      throw new RejectedException(
          "%s cannot be read: %s".formatted(store.describe(key), e.getMessage()), e);
    }
  }
}
