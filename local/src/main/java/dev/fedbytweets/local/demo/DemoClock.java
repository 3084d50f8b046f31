package dev.fedbytweets.local.demo;

import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.StoredObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Keeps the time of the demo in the lake, so that the next demo continues from there.
final class DemoClock {

  private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

  private final ObjectStore store;

  DemoClock(ObjectStore store) {
    this.store = store;
  }

  /// Whether a demo has run in this lake.
  boolean isStarted() {
    return store.read(LakeLayout.DEMO).isPresent();
  }

  /// The time of the next scheduled run.
  Instant next() {
    return store.read(LakeLayout.DEMO).map(DemoClock::time).orElse(START);
  }

  /// Sets the time of the next scheduled run.
  void set(Instant time) {
    byte[] body = time.toString().getBytes(StandardCharsets.UTF_8);
    Optional<StoredObject> known = store.read(LakeLayout.DEMO);
    if (known.isPresent()) {
      store.replace(LakeLayout.DEMO, body, known.get().version());
    } else {
      store.writeIfAbsent(LakeLayout.DEMO, body, Map.of());
    }
  }

  private static Instant time(StoredObject object) {
    return Instant.parse(new String(object.body(), StandardCharsets.UTF_8));
  }
}
