package dev.fedbytweets.comply;

import dev.fedbytweets.contracts.forgotten.ForgetRequest;
import dev.fedbytweets.contracts.forgotten.Tombstone;
import dev.fedbytweets.contracts.forgotten.Tombstones;
import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.step.ComplyOutput;
import dev.fedbytweets.core.step.Progress;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.xclient.ComplianceClient;
import dev.fedbytweets.xclient.ComplianceJob;
import dev.fedbytweets.xclient.ComplianceType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks X what a lake must not hold any more, and makes a request to forget of the answer. Changes
/// no table. Others may write to the lake meanwhile: what comes in during a check is asked for in
/// the next one.
public final class Comply {

  private static final Logger LOG = LoggerFactory.getLogger(Comply.class);

  /// X keeps results for a week: an older check is begun anew.
  private static final Duration LONGEST_WAIT = Duration.ofDays(7);

  /// As the `TimeoutSeconds` of `statemachine/forget.asl.json`.
  private static final Duration LONGEST_FORGETTING = Duration.ofHours(20);

  private final LakeTables lake;
  private final ObjectStore store;
  private final InstantSource clock;
  private final ComplyConfig config;
  private final ComplianceClient client;
  private final PartSteps steps;

  public Comply(
      ComplyConfig config,
      LakeTables lake,
      ObjectStore store,
      ComplianceClient client,
      InstantSource clock) {
    this.config = Objects.requireNonNull(config, "config");
    this.lake = Objects.requireNonNull(lake, "lake");
    this.store = Objects.requireNonNull(store, "store");
    this.client = Objects.requireNonNull(client, "client");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.steps = new PartSteps(client, lake, clock);
  }

  /// Does what can be done now: of the check that is under way, else of a new one. A check that
  /// this run began and that is over stays over.
  ///
  /// @param run names a new check
  /// @return whether to wait, and how far the check is; [Progress#MORE] once when all results are
  ///     there, and the next call collects them
  public ComplyOutput advance(Run run) {
    ComplianceCheck.Saved saved = current(run);
    if (saved.check().collectedAt() != null) {
      return output(saved.check(), Progress.DONE, null);
    }
    try {
      return saved.check().areAllComplete() ? collect(saved) : move(saved);
    } catch (ThrottledException e) {
      return output(saved.check(), Progress.WAIT, e.until());
    }
  }

  /// Whether all results of the check that is under way are there and not collected.
  ///
  /// @param run as of [#advance]
  public boolean isComplete(Run run) {
    return ComplianceCheck.last(store)
        .filter(check -> isCurrent(check, run))
        .filter(check -> check.collectedAt() == null && check.areAllComplete())
        .isPresent();
  }

  /// What a complete check would lead to. Changes nothing.
  ///
  /// @param run as of [#advance]
  /// @throws RetryableException if X does not give the results now
  public ForgetRequest preview(Run run) {
    ComplianceCheck check = current(run).check();
    ComplianceEvents events = new ComplianceEvents();
    try {
      for (CheckPart part : check.parts()) {
        ComplianceJob job =
            steps
                .completed(part)
                .orElseThrow(
                    () ->
                        new RetryableException(
                            "the results for %s are not there any more: 'comply' asks again"
                                .formatted(part)));
        download(part, job, events);
      }
    } catch (ThrottledException e) {
      throw new RetryableException(String.valueOf(e.getMessage()), e);
    }
    return new RequestWriter(lake, store, events).write(check.begunAt());
  }

  private ComplianceCheck.Saved current(Run run) {
    Optional<ComplianceCheck.Saved> last = ComplianceCheck.saved(store);
    return last.filter(saved -> isCurrent(saved.check(), run)).orElseGet(() -> begin(run, last));
  }

  private boolean isCurrent(ComplianceCheck check, Run run) {
    return check.name().equals(run.name().value())
        || check.collectedAt() == null
            && clock.instant().isBefore(check.begunAt().plus(LONGEST_WAIT));
  }

  private ComplianceCheck.Saved begin(Run run, Optional<ComplianceCheck.Saved> before) {
    long posts = PartSteps.stored(lake, ComplianceType.TWEETS).rows();
    long users = PartSteps.stored(lake, ComplianceType.USERS).rows();
    List<CheckPart> parts = new ArrayList<>();
    addParts(ComplianceType.TWEETS, posts, parts);
    addParts(ComplianceType.USERS, users, parts);
    Instant now = clock.instant();
    LOG.atInfo()
        .addKeyValue("check", run.name())
        .addKeyValue("posts", posts)
        .addKeyValue("users", users)
        .addKeyValue("jobs", parts.size())
        .log("a compliance check begins");
    return new ComplianceCheck(
            run.name().value(),
            now,
            now.plus(ComplianceCheck.LONGEST),
            posts,
            users,
            parts,
            null,
            false,
            Map.of(),
            before.map(saved -> saved.check().hasWorked()).orElse(false))
        .save(store, before.map(ComplianceCheck.Saved::version));
  }

  private void addParts(ComplianceType type, long rows, List<CheckPart> parts) {
    int count = Math.toIntExact(Math.ceilDiv(rows, config.idsPerJob()));
    for (int part = 0; part < count; part++) {
      parts.add(CheckPart.first(type, part, count));
    }
  }

  /// Moves the first open part of each type on until it waits.
  private ComplyOutput move(ComplianceCheck.Saved begun) {
    ComplianceCheck.Saved saved = begun;
    Set<ComplianceType> waiting = EnumSet.noneOf(ComplianceType.class);
    Instant until = null;
    int next = firstOpen(saved.check(), waiting);
    while (next >= 0) {
      CheckPart part = saved.check().parts().get(next);
      PartSteps.Moved moved = steps.move(saved.check().name(), part);
      boolean isHopeless = PartSteps.isHopeless(moved.part());
      CheckPart kept = isHopeless ? moved.part().again(0) : moved.part();
      if (!kept.equals(part)) {
        saved = saved.check().with(next, kept).save(store, Optional.of(saved.version()));
      }
      if (isHopeless) {
        throw PartSteps.hopeless(moved.part());
      }
      if (moved.until() != null) {
        waiting.add(part.type());
        until = until == null || moved.until().isBefore(until) ? moved.until() : until;
      }
      next = firstOpen(saved.check(), waiting);
    }
    return until == null
        ? output(saved.check(), Progress.MORE, null)
        : output(saved.check(), Progress.WAIT, until);
  }

  /// The first part that is not complete, of the types that do not wait; -1 if there is none.
  private static int firstOpen(ComplianceCheck check, Set<ComplianceType> waiting) {
    for (int index = 0; index < check.parts().size(); index++) {
      CheckPart part = check.parts().get(index);
      if (!part.isComplete() && !waiting.contains(part.type())) {
        return index;
      }
    }
    return -1;
  }

  private ComplyOutput collect(ComplianceCheck.Saved saved) {
    ComplianceCheck check = saved.check();
    ComplianceEvents events = new ComplianceEvents();
    for (int index = 0; index < check.parts().size(); index++) {
      CheckPart part = check.parts().get(index);
      Optional<ComplianceJob> job = steps.completed(part);
      if (job.isEmpty()) {
        return output(
            check
                .with(index, part.again(part.tries()))
                .save(store, Optional.of(saved.version()))
                .check(),
            Progress.WAIT,
            clock.instant());
      }
      download(part, job.get(), events);
    }
    ForgetRequest request = new RequestWriter(lake, store, events).write(check.begunAt());
    boolean hasRequest = !request.identifiers().isEmpty();
    if (hasRequest) {
      request.store(store, check.name());
    }
    ComplianceCheck collected = check.collected(clock.instant(), hasRequest, events.counts());
    collected.save(store, Optional.of(saved.version()));
    LOG.atInfo()
        .addKeyValue("check", check.name())
        .addKeyValue("posts", request.posts().size())
        .addKeyValue("users", request.users().size())
        .addKeyValue("places", request.scrubGeo().size())
        .log("a compliance check is collected");
    return output(collected, Progress.DONE, null);
  }

  private void download(CheckPart part, ComplianceJob job, ComplianceEvents events) {
    List<String> lines = new ArrayList<>();
    client.download(job, lines::add);
    lines.forEach(line -> events.add(part.type(), line));
  }

  /// What is to be forgotten now. Who forgets has ended before a request that was begun is so old
  /// that it is begun again here.
  private List<String> open(ComplianceCheck check) {
    Instant latest = clock.instant().minus(LONGEST_FORGETTING);
    Stream<String> own = check.isPending(store) ? Stream.of(check.name()) : Stream.empty();
    Stream<String> earlier =
        new Tombstones(store)
            .all().stream()
                .filter(Tombstone::isPending)
                .filter(stone -> !stone.requestedAt().isAfter(latest))
                .map(Tombstone::batch);
    return Stream.of(own, ForgetRequest.batches(store).stream(), earlier)
        .flatMap(Function.identity())
        .distinct()
        .toList();
  }

  private ComplyOutput output(ComplianceCheck check, Progress status, @Nullable Instant resumeAt) {
    return new ComplyOutput(
        status,
        resumeAt,
        check.name(),
        status == Progress.DONE ? open(check) : List.of(),
        check.posts(),
        check.users(),
        check.counts());
  }
}
