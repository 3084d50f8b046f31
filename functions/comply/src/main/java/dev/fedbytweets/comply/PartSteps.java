package dev.fedbytweets.comply;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.lookup.StoredIdentifiers;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import dev.fedbytweets.xclient.ComplianceClient;
import dev.fedbytweets.xclient.ComplianceJob;
import dev.fedbytweets.xclient.ComplianceType;
import dev.fedbytweets.xclient.JobOutcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Moves the parts of a check on, one step at a time. What a step leads to is stored before the
/// next one.
final class PartSteps {

  private static final Logger LOG = LoggerFactory.getLogger(PartSteps.class);

  /// So many jobs in a row come to nothing before a person is asked to look.
  private static final int MOST_TRIES = 5;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  /// Between looks whether somebody else's job is over.
  private static final Duration OCCUPIED_PAUSE = Duration.ofMinutes(5);

  private final ComplianceClient client;
  private final LakeTables lake;
  private final InstantSource clock;

  PartSteps(ComplianceClient client, LakeTables lake, InstantSource clock) {
    this.client = client;
    this.lake = lake;
    this.clock = clock;
  }

  /// What became of a step.
  ///
  /// @param part as it is now
  /// @param until when the next step can be done; null for at once
  record Moved(CheckPart part, @Nullable Instant until) {}

  /// Does a part's next step.
  ///
  /// @param check its name
  Moved move(String check, CheckPart part) {
    return switch (part.step()) {
      case NEW -> create(name(check, part), part);
      case CREATED -> upload(part);
      case SUBMITTED -> look(part);
      case COMPLETE -> new Moved(part, null);
    };
  }

  /// The job of a complete part; empty if its results are gone.
  Optional<ComplianceJob> completed(CheckPart part) {
    return switch (client.find(String.valueOf(part.jobId()))) {
      case JobOutcome.Given given ->
          given.jobs().stream().filter(job -> job.hasResults(clock.instant())).findAny();
      case JobOutcome.Missing _, JobOutcome.Occupied _ -> Optional.empty();
      case JobOutcome.Throttled throttled -> throw new ThrottledException(throttled.until());
    };
  }

  private Moved create(String name, CheckPart part) {
    return switch (client.create(part.type(), name)) {
      case JobOutcome.Given given -> new Moved(part.created(given.jobs().getFirst().id()), null);
      case JobOutcome.Throttled throttled -> new Moved(part, throttled.until());
      case JobOutcome.Occupied _ -> adopt(name, part);
      case JobOutcome.Missing _ -> throw new IllegalStateException("nothing was looked for");
    };
  }

  /// X runs a job of the type already: our own, whose answer did not reach us, or somebody else's.
  private Moved adopt(String name, CheckPart part) {
    return switch (client.all(part.type())) {
      case JobOutcome.Given given ->
          given.jobs().stream()
              .filter(job -> job.name().equals(name) && isAlive(job))
              .findAny()
              .map(job -> new Moved(part.created(job.id()), null))
              .orElseGet(
                  () -> {
                    LOG.atWarn()
                        .addKeyValue("type", part.type())
                        .log("another compliance job of this account is running at X");
                    return new Moved(part, clock.instant().plus(OCCUPIED_PAUSE));
                  });
      case JobOutcome.Throttled throttled -> new Moved(part, throttled.until());
      case JobOutcome.Missing _, JobOutcome.Occupied _ ->
          new Moved(part, clock.instant().plus(OCCUPIED_PAUSE));
    };
  }

  private Moved upload(CheckPart part) {
    return switch (client.find(String.valueOf(part.jobId()))) {
      case JobOutcome.Given given -> upload(part, given.jobs().getFirst());
      case JobOutcome.Throttled throttled -> new Moved(part, throttled.until());
      case JobOutcome.Missing _, JobOutcome.Occupied _ -> again(part, "missing");
    };
  }

  private Moved upload(CheckPart part, ComplianceJob job) {
    if (job.takesUpload(clock.instant())) {
      client.upload(
          job, identifiers -> stored(part.type()).forEach(part.part(), part.parts(), identifiers));
      Instant now = clock.instant();
      return new Moved(part.submitted(now), now.plus(FIRST_PAUSE));
    }
    return switch (job.status()) {
      case IN_PROGRESS, COMPLETE -> new Moved(part.submitted(clock.instant()), null);
      case CREATED, FAILED, EXPIRED -> again(part, job.status().toString());
    };
  }

  private Moved look(CheckPart part) {
    return switch (client.find(String.valueOf(part.jobId()))) {
      case JobOutcome.Given given -> {
        ComplianceJob job = given.jobs().getFirst();
        yield switch (job.status()) {
          case COMPLETE -> new Moved(part.complete(), null);
          case IN_PROGRESS -> new Moved(part, nextLook(part));
          // X has not noticed the list yet.
          case CREATED ->
              job.takesUpload(clock.instant())
                  ? new Moved(part, nextLook(part))
                  : again(part, job.status().toString());
          case FAILED, EXPIRED -> again(part, job.status().toString());
        };
      }
      case JobOutcome.Throttled throttled -> new Moved(part, throttled.until());
      case JobOutcome.Missing _, JobOutcome.Occupied _ -> again(part, "missing");
    };
  }

  /// After a quarter of the time that X has worked on it.
  private Instant nextLook(CheckPart part) {
    Instant now = clock.instant();
    Instant since = part.submittedAt() == null ? now : part.submittedAt();
    Duration pause = Duration.between(since, now).dividedBy(4);
    if (pause.compareTo(FIRST_PAUSE) < 0) {
      return now.plus(FIRST_PAUSE);
    }
    return now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
  }

  /// The job came to nothing.
  ///
  /// @param how it ended
  private Moved again(CheckPart part, String how) {
    LOG.atWarn()
        .addKeyValue("part", part)
        .addKeyValue("job", part.jobId())
        .addKeyValue("status", how)
        .log("a compliance job came to nothing");
    int tries = part.tries() + 1;
    return new Moved(part.again(tries), clock.instant().plus(FIRST_PAUSE.multipliedBy(tries)));
  }

  /// Whether a person should look; then the part may be tried as often again.
  static boolean isHopeless(CheckPart part) {
    return part.tries() >= MOST_TRIES;
  }

  static RejectedException hopeless(CheckPart part) {
    return new RejectedException(
        "compliance jobs for %s came to nothing %d times in a row: at X they failed or expired; the next check tries again"
            .formatted(part, part.tries()));
  }

  private StoredIdentifiers stored(ComplianceType type) {
    return stored(lake, type);
  }

  /// What X is asked for.
  static StoredIdentifiers stored(LakeTables lake, ComplianceType type) {
    return new StoredIdentifiers(
        lake,
        switch (type) {
          case TWEETS -> SilverDefinitions.TWEETS;
          case USERS -> SilverDefinitions.USERS;
        });
  }

  private boolean isAlive(ComplianceJob job) {
    return switch (job.status()) {
      case CREATED -> job.takesUpload(clock.instant());
      case IN_PROGRESS, COMPLETE -> true;
      case FAILED, EXPIRED -> false;
    };
  }

  /// X takes 64 characters. The same part of the same check has the same name until its job comes
  /// to nothing.
  private static String name(String check, CheckPart part) {
    UUID hash = UUID.nameUUIDFromBytes(check.getBytes(StandardCharsets.UTF_8));
    return "fed-by-tweets %s %d.%d %s"
        .formatted(part.type(), part.part() + 1, part.tries(), hash.toString().substring(0, 23));
  }
}
