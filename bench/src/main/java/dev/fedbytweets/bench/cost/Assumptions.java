package dev.fedbytweets.bench.cost;

import dev.fedbytweets.aotcache.Function;

/// Assumptions about what cannot be measured on this machine.
final class Assumptions {

  /// Three a day.
  static final int RUNS_PER_MONTH = 90;

  /// Once a day.
  static final int MAINTENANCE_PER_MONTH = 30;

  static final long POSTS_PER_MONTH = 1_000_000;

  /// The time in which X answers with a page.
  static final double X_SECONDS_PER_PAGE = 0.5;

  /// The time in which AWS answers a request of a function to S3, Glue or Secrets Manager.
  static final double AWS_SECONDS_PER_REQUEST = 0.03;

  /// The memory with which a Lambda function gets a whole CPU; with less memory, it gets a
  /// proportional part.
  static final double MEGABYTES_OF_A_CPU = 1_769;

  /// All images together, compressed as the registry keeps them.
  static final double IMAGE_GIGABYTES = 0.8;

  private Assumptions() {}

  /// The memory of a function, as Terraform gives it.
  static int memoryMegabytes(Function function) {
    return switch (function) {
      case GET_TWEETS -> 256;
      case PROCESS_RAW, TO_SILVER -> 512;
      case MAINTAIN, COMPLY, LABEL_POSTS, TO_GOLD -> 1024;
      case FORGET -> 1769;
    };
  }

  /// The seconds that Lambda bills for an invocation: work at the function's share of a CPU, and
  /// waiting.
  ///
  /// @param xPages how many pages X is asked for
  static double billedSeconds(FunctionCall call, long xPages) {
    double slowness = Math.max(1, MEGABYTES_OF_A_CPU / memoryMegabytes(call.function()));
    return call.measurement().cpuSeconds() * slowness
        + call.requests().all() * AWS_SECONDS_PER_REQUEST
        + xPages * X_SECONDS_PER_PAGE;
  }
}
