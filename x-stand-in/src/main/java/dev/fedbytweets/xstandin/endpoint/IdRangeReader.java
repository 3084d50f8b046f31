package dev.fedbytweets.xstandin.endpoint;

import dev.fedbytweets.core.model.Snowflake;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Reads which span of time a request is about, with the limits of X's recent endpoints: the last
/// seven days, to thirty seconds ago unless said otherwise.
final class IdRangeReader {

  /// The parameters that are read.
  static final Set<String> NAMES = Set.of("since_id", "until_id", "start_time", "end_time");

  private static final Duration REACH = Duration.ofDays(7);
  private static final Duration USUAL_DISTANCE = Duration.ofSeconds(30);
  private static final Duration LEAST_DISTANCE = Duration.ofSeconds(10);
  private static final DateTimeFormatter TO_THE_MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm'Z'").withZone(ZoneOffset.UTC);

  private final Parameters parameters;
  private final ParameterChecks checks;
  private final Instant now;
  private final Instant oldest;

  private IdRangeReader(ParameterChecks checks, Instant now) {
    this.checks = checks;
    this.parameters = checks.parameters();
    this.now = now;
    this.oldest = now.minus(REACH);
  }

  /// The largest identifier that is too old for a request.
  static long beforeReach(Instant now) {
    return Snowflake.smallestAt(now.minus(REACH)) - 1;
  }

  /// The window; without meaning if anything is wrong.
  static IdRange read(ParameterChecks checks, Instant now) {
    return new IdRangeReader(checks, now).window();
  }

  /// Of a request with a token, whose window is the token's: identifiers must be within reach all
  /// the same.
  static IdRange ofToken(ParameterChecks checks, Instant now) {
    IdRangeReader reader = new IdRangeReader(checks, now);
    reader.identifier("since_id");
    reader.identifier("until_id");
    return new IdRange(Long.MAX_VALUE, Long.MAX_VALUE);
  }

  private IdRange window() {
    refuseMixture();
    Optional<Long> sinceId = identifier("since_id");
    Optional<Long> untilId = identifier("until_id");
    Optional<Instant> start = time("start_time");
    Optional<Instant> end = time("end_time");
    start.filter(oldest::isAfter).ifPresent(this::refuseOldStart);
    end.filter(now.minus(LEAST_DISTANCE)::isBefore).ifPresent(this::refuseLateEnd);
    long after = sinceId.orElseGet(() -> Snowflake.smallestAt(start.orElse(oldest)) - 1);
    long last = Snowflake.smallestAt(end.orElse(now.minus(USUAL_DISTANCE)));
    long before = untilId.map(until -> Math.min(until, last)).orElse(last);
    refuseEmpty(sinceId, untilId, start, end);
    return new IdRange(after, before);
  }

  private void refuseMixture() {
    Map<String, String> given = new TreeMap<>(parameters.asMap());
    given.keySet().retainAll(NAMES);
    boolean byId = given.keySet().stream().anyMatch(name -> name.endsWith("_id"));
    boolean byTime = given.keySet().stream().anyMatch(name -> name.endsWith("_time"));
    if (byId && byTime) {
      checks.violation(
          given,
          "Invalid use of 'since_id' or 'until_id' in conjunction with 'start_time' or 'end_time'");
    }
  }

  private Optional<Long> identifier(String name) {
    return parameters.value(name).flatMap(value -> identifier(name, value));
  }

  private Optional<Long> identifier(String name, String value) {
    if (!value.matches("[0-9]{1,19}")) {
      checks.violation(
          name,
          value,
          "The `%s` query parameter value [%s] does not match ^[0-9]{1,19}$"
              .formatted(name, value));
      return Optional.empty();
    }
    long id =
        value.length() == 19 && value.compareTo("9223372036854775807") > 0
            ? Long.MAX_VALUE
            : Long.parseLong(value);
    long limit = Snowflake.smallestAt(oldest);
    if (id <= limit) {
      checks.violation(
          name,
          value,
          "'%s' must be a tweet id created after [%s]. Please use a '%s' that is larger than %d"
              .formatted(name, TO_THE_MINUTE.format(oldest), name, limit));
    }
    return Optional.of(id);
  }

  private Optional<Instant> time(String name) {
    return parameters.value(name).flatMap(value -> time(name, value));
  }

  private Optional<Instant> time(String name, String value) {
    try {
      return Optional.of(Instant.parse(value).truncatedTo(ChronoUnit.SECONDS));
    } catch (DateTimeException _) {
      checks.violation(
          name,
          value,
          "The `%s` query parameter value [%s] is not a valid RFC3339 date-time"
              .formatted(name, value));
      return Optional.empty();
    }
  }

  private void refuseOldStart(Instant start) {
    checks.violation(
        "start_time",
        start.toString(),
        "Invalid 'start_time':'%s'. 'start_time' must be on or after %s"
            .formatted(TO_THE_MINUTE.format(start), TO_THE_MINUTE.format(oldest)));
  }

  private void refuseLateEnd(Instant end) {
    checks.violation(
        "end_time",
        end.toString(),
        ("Invalid 'end_time':'%s'."
                + " 'end_time' must be a minimum of 10 seconds prior to the request time.")
            .formatted(TO_THE_MINUTE.format(end)));
  }

  private void refuseEmpty(
      Optional<Long> sinceId,
      Optional<Long> untilId,
      Optional<Instant> start,
      Optional<Instant> end) {
    if (sinceId.isPresent() && untilId.isPresent() && untilId.get() <= sinceId.get()) {
      checks.violation(
          "until_id",
          untilId.get().toString(),
          "Invalid 'until_id':'%d'. 'until_id' must be larger than 'since_id'"
              .formatted(untilId.get()));
    }
    Instant from = start.orElse(oldest);
    if (end.isPresent() && !end.get().isAfter(from)) {
      checks.violation(
          "end_time",
          end.get().toString(),
          "Invalid 'end_time':'%s'. 'end_time' must be after %s"
              .formatted(TO_THE_MINUTE.format(end.get()), TO_THE_MINUTE.format(from)));
    }
  }
}
