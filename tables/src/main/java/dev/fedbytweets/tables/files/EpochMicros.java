package dev.fedbytweets.tables.files;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// EpochMicros as Iceberg keeps them: microseconds since 1970, UTC.
public final class EpochMicros {

  private EpochMicros() {}

  /// What is finer than a microsecond is cut off.
  public static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  /// The reverse of [#micros(Instant)].
  public static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
