package dev.fedbytweets.bench.cost;

import java.util.List;

/// One execution of the state machine.
///
/// @param invocations of functions, in order
/// @param states how many were entered
/// @param xPages how many pages X was asked for
/// @param storedBytes by how much the bucket grew
record MeasuredRun(List<Invocation> invocations, long states, long xPages, long storedBytes) {

  /// Step Functions bills the start and the end too.
  private static final int START_AND_END = 2;

  MeasuredRun {
    invocations = List.copyOf(invocations);
  }

  long transitions() {
    return states + START_AND_END;
  }

  Requests requests() {
    return invocations.stream().map(Invocation::requests).reduce(Requests.NONE, Requests::plus);
  }

  long logBytes() {
    return invocations.stream().mapToLong(Invocation::logBytes).sum();
  }

  /// Memory times time of all functions.
  double gigabyteSeconds() {
    return invocations.stream()
        .mapToDouble(
            each -> billedSeconds(each) * Assumptions.memoryMegabytes(each.function()) / 1024)
        .sum();
  }

  /// What Lambda bills for an invocation.
  double billedSeconds(Invocation invocation) {
    return Assumptions.billedSeconds(invocation, xPages(invocation));
  }

  /// Only the collector asks X.
  private long xPages(Invocation invocation) {
    return invocation == invocations.getFirst() ? xPages : 0;
  }
}
