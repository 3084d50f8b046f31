package dev.fedbytweets.forget;

import dev.fedbytweets.contracts.forgotten.ObjectRedactor;
import dev.fedbytweets.contracts.forgotten.ObjectRedactor.Redacted;
import dev.fedbytweets.contracts.forgotten.PageRedactor;
import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.forgotten.Forgotten;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.StoredObject;
import dev.fedbytweets.core.work.WorkAhead;
import dev.fedbytweets.forget.ForgetReport.RewrittenObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// Takes what is forgotten out of pages, what they were made of, quarantine and state, and looks
/// for it there. Identifiers also stand where no table has a column for them, as in mentions, so
/// every object is read; only those that hold something are written. Objects are gone through in
/// the order of their keys, so that it can go on after one. Memory: the objects that are read
/// ahead.
final class ForgottenObjects {

  /// In the order of their names.
  private static final List<String> FOLDERS =
      List.of(LakeLayout.ORIGINALS, LakeLayout.QUARANTINE, LakeLayout.RAW, LakeLayout.STATE);

  private static final long BYTES_AHEAD = 32L << 20;
  private static final long USUAL_BYTES = 1L << 20;
  private static final int MOST_ATTEMPTS = 5;

  private final ObjectStore store;
  private final Forgotten forgotten;
  private final ObjectRedactor redactor;
  private final int readers;
  private final InstantSource clock;

  /// @param readers as of [ForgetSettings]
  ForgottenObjects(ObjectStore store, Forgotten forgotten, int readers, InstantSource clock) {
    this.store = store;
    this.forgotten = forgotten;
    this.redactor = new ObjectRedactor(forgotten, PageRedactor.ofStored(forgotten));
    this.readers = readers;
    this.clock = clock;
  }

  /// A part of all objects.
  ///
  /// @param objects how many there were
  /// @param results what came of them
  /// @param after the key after which the next part begins
  /// @param isLast whether there is no next part
  record Part<T>(long objects, List<T> results, String after, boolean isLast) {}

  private record Read<T>(String key, Optional<T> result) {}

  /// How many objects would be rewritten.
  long plan() {
    return goThrough("", Instant.MAX, key -> read(key).flatMap(at -> redacted(key, at)))
        .results()
        .size();
  }

  /// Rewrites the objects that hold something of what is forgotten, until a deadline.
  ///
  /// @param after only those with a greater key
  Part<RewrittenObject> rewrite(String after, Instant deadline) {
    if (after.isEmpty()) {
      removeCheckpoints();
    }
    return goThrough(after, deadline, this::rewrite);
  }

  /// Names the objects that hold something of what is forgotten, or cannot be read, until a
  /// deadline.
  ///
  /// @param after only those with a greater key
  Part<String> search(String after, Instant deadline) {
    return goThrough(
        after, deadline, key -> read(key).filter(at -> holdsAny(key, at)).map(_ -> key));
  }

  private <T> Part<T> goThrough(
      String after, Instant deadline, Function<String, Optional<T>> work) {
    Taken<T> taken = new Taken<>(after);
    try (WorkAhead<Read<T>> ahead = new WorkAhead<>(readers, BYTES_AHEAD, taken)) {
      for (String folder : FOLDERS) {
        if (after.startsWith(folder) || folder.compareTo(after) > 0) {
          try (Stream<String> keys = store.list(folder, after.startsWith(folder) ? after : "")) {
            Iterator<String> left = keys.iterator();
            while (left.hasNext()) {
              String key = left.next();
              if (ObjectRedactor.isAboutForgetting(key)) {
                continue;
              }
              if (taken.hasBegun() && !clock.instant().isBefore(deadline)) {
                ahead.finish();
                return taken.part(false);
              }
              taken.begin();
              ahead.add(USUAL_BYTES, () -> new Read<>(key, work.apply(key)));
            }
          }
        }
      }
      ahead.finish();
      return taken.part(true);
    }
  }

  /// How far a forgotten subject was collected.
  private void removeCheckpoints() {
    if (!forgotten.hasSubjects()) {
      return;
    }
    List<String> keys;
    try (Stream<String> all = store.list(LakeLayout.STATE, "")) {
      keys = all.filter(key -> isOfSubject(LakeLayout.subjectOfCheckpoint(key))).toList();
    }
    keys.forEach(store::delete);
  }

  private boolean isOfSubject(Optional<String> subject) {
    return subject.filter(forgotten::hasSubject).isPresent();
  }

  private Optional<StoredObject> read(String key) {
    return store.read(key);
  }

  private Optional<Redacted> redacted(String key, StoredObject object) {
    return redactor.redacted(key, object.body(), object.metadata());
  }

  private boolean holdsAny(String key, StoredObject object) {
    return redactor.count(key, object.body(), object.metadata()).filter(n -> n == 0).isEmpty();
  }

  /// Somebody else may replace it in between.
  private Optional<RewrittenObject> rewrite(String key) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Optional<StoredObject> object = read(key);
      Optional<Redacted> redacted = object.flatMap(at -> redacted(key, at));
      if (redacted.isEmpty()) {
        return Optional.empty();
      }
      Redacted left = redacted.get();
      if (store
          .replace(key, left.body(), left.metadata(), object.orElseThrow().version())
          .isPresent()) {
        return Optional.of(new RewrittenObject(key, left.before(), left.after()));
      }
    }
    throw new RetryableException(
        "%s was changed meanwhile, %d times in a row"
            .formatted(store.describe(key), MOST_ATTEMPTS));
  }

  /// Takes the results in the order of the keys.
  private static final class Taken<T> implements Consumer<Read<T>> {

    private final List<T> results = new ArrayList<>();
    private boolean hasBegun;
    private long objects;
    private String last;

    Taken(String after) {
      last = after;
    }

    void begin() {
      hasBegun = true;
    }

    boolean hasBegun() {
      return hasBegun;
    }

    @Override
    public void accept(Read<T> read) {
      objects++;
      last = read.key();
      read.result().ifPresent(results::add);
    }

    Part<T> part(boolean isLast) {
      return new Part<>(objects, results, last, isLast);
    }
  }
}
