package dev.fedbytweets.bench.cost;

import java.util.List;

/// One execution of the state machine.
///
/// @param calls of functions, in order
/// @param states the number of states that were entered
/// @param xPages the number of pages requested from X
/// @param storedBytes the growth of the bucket
record MeasuredRun(List<FunctionCall> calls, long states, long xPages, long storedBytes) {

  /// Step Functions bills the start and the end too.
  private static final int START_AND_END = 2;

  MeasuredRun {
    calls = List.copyOf(calls);
  }

  long transitions() {
    return states + START_AND_END;
  }

  Requests requests() {
    return calls.stream().map(FunctionCall::requests).reduce(Requests.NONE, Requests::plus);
  }

  long logBytes() {
    return calls.stream().mapToLong(FunctionCall::logBytes).sum();
  }

  /// Memory times time of all functions.
  double gigabyteSeconds() {
    return calls.stream()
        .mapToDouble(
            each -> billedSeconds(each) * Assumptions.memoryMegabytes(each.function()) / 1024)
        .sum();
  }

  /// The seconds that Lambda bills for a call.
  double billedSeconds(FunctionCall call) {
    return Assumptions.billedSeconds(call, xPages(call));
  }

  /// Only the collector calls X.
  private long xPages(FunctionCall call) {
    return call.equals(calls.getFirst()) ? xPages : 0;
  }
}
