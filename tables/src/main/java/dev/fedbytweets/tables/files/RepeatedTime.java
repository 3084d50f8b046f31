package dev.fedbytweets.tables.files;

import java.time.Instant;
import java.util.function.Function;

/// Reads times of which many in a row are the same.
final class RepeatedTime implements Function<Leaf, Instant> {

  private long micros;
  private Instant time = Instant.EPOCH;

  @Override
  public Instant apply(Leaf leaf) {
    long next = leaf.reader().getLong();
    if (next != micros) {
      time = Times.instant(next);
      micros = next;
    }
    return time;
  }
}
