package dev.fedbytweets.local.run;

import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.RunName;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;

/// Names the runs that are not started by a scheduler.
public final class RunNames {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private RunNames() {}

  /// A run that starts now, named by its kind, its time and a random number:
  /// `run-20261121T100000Z-1f3a9c`.
  public static Run next(String kind, Instant now) {
    String chance = "%06x".formatted(ThreadLocalRandom.current().nextInt(1 << 24));
    return new Run(
        new RunName(kind + "-" + TIME.format(now) + "-" + chance),
        now.truncatedTo(ChronoUnit.MILLIS));
  }
}
