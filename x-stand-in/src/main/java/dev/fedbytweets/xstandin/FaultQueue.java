package dev.fedbytweets.xstandin;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Which requests fail, and how. Safe for use by several threads.
final class FaultQueue {

  private final Deque<Fault> next = new ArrayDeque<>();
  private final Map<Integer, Fault> byNumber = new HashMap<>();

  /// The next requests get this fault, after the faults that were added before.
  synchronized void add(Fault fault, int times) {
    Objects.requireNonNull(fault, "fault");
    if (times < 1) {
      throw new IllegalArgumentException("a request cannot fail %d times".formatted(times));
    }
    for (int i = 0; i < times; i++) {
      next.add(fault);
    }
  }

  /// The request with this number fails so, if it is still to come.
  synchronized void put(int number, Fault fault) {
    byNumber.put(number, Objects.requireNonNull(fault, "fault"));
  }

  /// How this request fails; empty if it does not. A fault for its number leaves the others
  /// waiting.
  synchronized Optional<Fault> take(int number) {
    return Optional.ofNullable(byNumber.remove(number)).or(() -> Optional.ofNullable(next.poll()));
  }
}
