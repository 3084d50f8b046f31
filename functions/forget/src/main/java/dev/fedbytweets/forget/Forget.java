package dev.fedbytweets.forget;

import dev.fedbytweets.contracts.forgotten.ForgetRequest;
import dev.fedbytweets.contracts.forgotten.Tombstone;
import dev.fedbytweets.contracts.forgotten.Tombstones;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.forgotten.Forgotten;
import dev.fedbytweets.core.forgotten.ForgottenKind;
import dev.fedbytweets.core.step.ForgetProgress;
import dev.fedbytweets.core.step.Progress;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.OldVersions;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.TableFailures;
import dev.fedbytweets.tables.deletion.CleanFiles;
import dev.fedbytweets.tables.deletion.TableDeletion.Deleted;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes posts and users out of a lake.
public final class Forget {

  private static final Logger LOG = LoggerFactory.getLogger(Forget.class);

  private final LakeTables lake;
  private final ObjectStore store;
  private final InstantSource clock;
  private final Tombstones tombstones;
  private final int readers;
  private final ForgetSteps steps;

  /// Of a lake to which nobody else writes, and which keeps nothing that was replaced.
  ///
  /// @param others what else belongs to the lake and is searched
  public Forget(LakeTables lake, ObjectStore store, OtherFiles others, InstantSource clock) {
    this(lake, store, others, OldVersions.NONE, ForgetSettings.ALONE, clock);
  }

  /// @param others what else belongs to the lake and is searched
  /// @param versions what was replaced and is still kept
  public Forget(
      LakeTables lake,
      ObjectStore store,
      OtherFiles others,
      OldVersions versions,
      ForgetSettings settings,
      InstantSource clock) {
    this.lake = Objects.requireNonNull(lake, "lake");
    this.store = Objects.requireNonNull(store, "store");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.tombstones = new Tombstones(store);
    this.readers = settings.readers();
    this.steps = new ForgetSteps(lake, store, others, versions, settings, clock);
  }

  /// What a request would do.
  ///
  /// @param tables rows of each table that has any
  /// @param objects how many pages and other objects would be rewritten
  public record Plan(Map<String, Deleted> tables, long objects) {}

  /// What forgetting would do. Changes nothing.
  public Plan plan(Map<ForgottenKind, List<String>> identifiers) {
    byte[] salt = {};
    Map<ForgottenKind, Set<Long>> hashes = new HashMap<>();
    identifiers.forEach(
        (kind, ids) -> ids.forEach(id -> add(hashes, kind, Forgotten.hash(salt, id))));
    // Posts of a forgotten subject may belong to others, too.
    CleanFiles clean = new CleanFiles(new Forgotten(salt, hashes).withoutSubjects());
    new Expansion(lake, clean, readers)
        .find()
        .forEach((kind, ids) -> ids.forEach(id -> add(hashes, kind, Forgotten.hash(salt, id))));
    Forgotten forgotten = new Forgotten(salt, hashes);
    CleanFiles stillClean = clean.forgotten().equals(forgotten) ? clean : new CleanFiles(forgotten);
    return new Plan(
        new ForgottenTables(lake, stillClean, readers, false).plan(),
        new ForgottenObjects(store, forgotten, readers, clock).plan());
  }

  /// Writes the tombstone of a request. From now on it can be finished.
  ///
  /// @param batch its name
  public void begin(
      String batch, Map<ForgottenKind, List<String>> identifiers, Optional<String> reason) {
    begin(batch, identifiers, reason, clock.instant());
  }

  /// Writes the tombstone of a request that lies in the lake, and deletes the request. If there is
  /// the tombstone already, that is all.
  ///
  /// @throws RejectedException if there is neither, or the request names nothing
  public void beginRequested(String batch) {
    ForgetRequest.find(store, batch).ifPresent(request -> beginOnce(batch, request));
    Tombstone tombstone = tombstone(batch);
    store.delete(LakeLayout.forgetRequest(batch));
    LOG.atInfo()
        .addKeyValue("batch", batch)
        .addKeyValue("requested", tombstone.requested())
        .log("a request to forget has a tombstone");
  }

  /// Writes the tombstone of a request, unless there is one of this name.
  ///
  /// @throws RejectedException if the request names nothing, or something that is no identifier or
  ///     no subject of the lake, or the tombstone is of something else or lifted
  public void beginOnce(String batch, ForgetRequest request) {
    Map<ForgottenKind, List<String>> identifiers = request.identifiers();
    if (identifiers.isEmpty()) {
      throw new RejectedException("the request '%s' names nothing".formatted(batch));
    }
    identifiers.forEach(
        (kind, ids) -> {
          if (kind != ForgottenKind.SUBJECT) {
            Identifiers.requireValid(kind.lowerCase(), ids);
          }
        });
    Optional<Tombstone> known = tombstones.find(batch);
    if (known.isEmpty()) {
      requireSubjects(request.subjects());
      begin(batch, identifiers, Optional.ofNullable(request.reason()), request.requestedAt());
    } else if (!holdsAll(known.get(), identifiers)) {
      throw new RejectedException(
          "there was another request '%s': give this one another name".formatted(batch));
    }
  }

  /// Checks names of subjects, of which a mistyped one would only seem to be forgotten.
  ///
  /// @throws RejectedException if the lake has no such subject
  public void requireSubjects(Collection<String> subjects) {
    if (subjects.isEmpty()) {
      return;
    }
    Set<String> known = new TreeSet<>();
    LakeLayout.subjectsWithPages(store).forEach(subject -> known.add(subject.value()));
    LakeLayout.subjectsWithCheckpoint(store).forEach(subject -> known.add(subject.value()));
    subjects.stream()
        .filter(subject -> !known.contains(subject))
        .findFirst()
        .ifPresent(
            subject -> {
              throw new RejectedException(
                  known.isEmpty()
                      ? "there is no subject in the lake"
                      : "there is no subject '%s' in the lake, only %s"
                          .formatted(subject, String.join(", ", known)));
            });
  }

  /// When a request came that is not fulfilled yet.
  ///
  /// @return empty if it is, or was lifted
  public Optional<Instant> pendingSince(String batch) {
    return Optional.of(tombstone(batch)).filter(Tombstone::isPending).map(Tombstone::requestedAt);
  }

  /// The requests that are not fulfilled yet, oldest first.
  public List<String> pending() {
    return tombstones.all().stream().filter(Tombstone::isPending).map(Tombstone::batch).toList();
  }

  /// Lets a request count no more: what it named may come back. Nothing comes back by itself.
  ///
  /// @throws RejectedException if there is no such request, or it is lifted already
  public void lift(String batch) {
    Tombstone tombstone = tombstone(batch);
    if (tombstone.liftedAt() != null) {
      throw new RejectedException("%s is lifted already".formatted(batch));
    }
    tombstones.replace(
        new Tombstone(
            batch,
            tombstone.requestedAt(),
            tombstone.reason(),
            tombstone.requested(),
            tombstone.isExpanded(),
            tombstone.doneAt(),
            clock.instant(),
            Map.of()));
  }

  /// The same, and nothing if it is lifted already.
  ///
  /// @throws RejectedException if there is no such request
  public void liftOnce(String batch) {
    if (tombstone(batch).liftedAt() == null) {
      lift(batch);
    }
  }

  /// Does what a request asks for, or the rest of it, and proves it. Nobody else may write to the
  /// lake meanwhile.
  ///
  /// @return the report, which is stored, too
  public ForgetReport finish(String batch) {
    return finish(batch, _ -> {});
  }

  /// The same.
  ///
  /// @param next is told what is done next
  public ForgetReport finish(String batch, Consumer<ForgetProgress> next) {
    ForgetProgress progress = ForgetProgress.begun(batch, Instant.MAX);
    while (progress.status() != Progress.DONE) {
      next.accept(progress);
      progress = advance(progress, Instant.MAX);
    }
    return new ForgetReports(store).of(tombstone(batch));
  }

  /// Does a part of what a request asks for: one step, or as much of it as fits. When it was
  /// killed, it is called with the same progress again.
  ///
  /// @param progress as the last call answered it, or [ForgetProgress#begun]
  /// @param deadline after which nothing further is begun
  public ForgetProgress advance(ForgetProgress progress, Instant deadline) {
    try {
      Tombstone tombstone = tombstone(progress.batch());
      if (tombstone.liftedAt() != null) {
        throw new RejectedException("%s was lifted".formatted(progress.batch()));
      }
      ForgetProgress next = steps.advance(tombstone, progress, deadline);
      LOG.atInfo()
          .addKeyValue("batch", progress.batch())
          .addKeyValue("step", progress.step())
          .addKeyValue("found", next.found())
          .log("a step of forgetting is done");
      return next;
    } catch (RuntimeException e) {
      throw TableFailures.classified("forgetting", e);
    }
  }

  private void begin(
      String batch,
      Map<ForgottenKind, List<String>> identifiers,
      Optional<String> reason,
      Instant requestedAt) {
    Map<String, Integer> requested = new TreeMap<>();
    identifiers.forEach((kind, ids) -> requested.put(kind.lowerCase(), ids.size()));
    tombstones.add(
        new Tombstone(
            batch,
            requestedAt,
            reason.orElse(null),
            requested,
            false,
            null,
            null,
            tombstones.hashes(identifiers)));
  }

  private boolean holdsAll(Tombstone tombstone, Map<ForgottenKind, List<String>> identifiers) {
    return tombstones.hashes(identifiers).entrySet().stream()
        .allMatch(
            of ->
                Set.copyOf(tombstone.hashes().getOrDefault(of.getKey(), List.of()))
                    .containsAll(of.getValue()));
  }

  private Tombstone tombstone(String batch) {
    return tombstones
        .find(batch)
        .orElseThrow(
            () -> new RejectedException("there is no request to forget '%s'".formatted(batch)));
  }

  private static void add(Map<ForgottenKind, Set<Long>> hashes, ForgottenKind kind, long hash) {
    hashes.computeIfAbsent(kind, name -> new HashSet<>()).add(hash);
  }
}
