package dev.fedbytweets.local.demo;

import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.StoredObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Remembers in the lake up to when the demo has been shown, so that the next one goes on from
/// there.
final class DemoClock {

  private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

  private final ObjectStore store;

  DemoClock(ObjectStore store) {
    this.store = store;
  }

  /// Whether a demo was shown in this lake.
  boolean isStarted() {
    return store.read(LakeLayout.DEMO).isPresent();
  }

  /// When the next scheduled run is.
  Instant next() {
    return store.read(LakeLayout.DEMO).map(DemoClock::time).orElse(START);
  }

  /// The next scheduled run is at this time.
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
