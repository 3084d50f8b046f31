package dev.fedbytweets.states;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// `Retry` and `Catch` of a state, each in the order in which they apply.
record ErrorHandling(List<Retrier> retriers, List<Catcher> catchers) {

  static final ErrorHandling NONE = new ErrorHandling(List.of(), List.of());

  private static final int LONGEST_DELAY = 31_622_400;

  ErrorHandling {
    retriers = List.copyOf(retriers);
    catchers = List.copyOf(catchers);
  }

  /// An element of `Catch`: the state that continues after certain errors, and where in the raw
  /// input the error is put.
  record Catcher(ErrorEquals errors, ResultPath resultPath, String next) {

    private static Catcher parse(Fields fields) {
      Catcher catcher =
          new Catcher(
              ErrorEquals.parse(fields), ResultPath.parse(fields), fields.requiredText("Next"));
      fields.refuseOthers();
      return catcher;
    }
  }

  /// An element of `Retry`: for which errors a state is retried, how often, and after which pauses.
  ///
  /// @param errors the errors that are retried
  /// @param interval the pause before the first retry
  /// @param maxAttempts the most retries; 0 for none
  /// @param backoffRate by what the pause is multiplied with each retry; 1.0 or more
  /// @param maxDelay the longest pause
  /// @param jitter whether pauses are random
  record Retrier(
      ErrorEquals errors,
      Duration interval,
      int maxAttempts,
      double backoffRate,
      Duration maxDelay,
      Jitter jitter) {

    /// `JitterStrategy`.
    enum Jitter {
      NONE,
      /// Any pause up to the whole one.
      FULL
    }

    private static Retrier parse(Fields fields) {
      Retrier retrier =
          new Retrier(
              ErrorEquals.parse(fields),
              seconds(fields, "IntervalSeconds", Fields.MOST_SECONDS, 1),
              fields.wholeNumber("MaxAttempts", 0, Fields.MOST_SECONDS).orElse(3),
              fields.value("BackoffRate").map(rate -> rate.asDouble(0)).orElse(2.0),
              seconds(fields, "MaxDelaySeconds", LONGEST_DELAY, LONGEST_DELAY),
              fields.text("JitterStrategy", Retrier::jitter).orElse(Jitter.NONE));
      if (retrier.backoffRate() < 1) {
        throw fields.refuse("BackoffRate", "must be a number from 1.0");
      }
      fields.refuseOthers();
      return retrier;
    }

    private static Duration seconds(Fields fields, String name, int most, int otherwise) {
      return Duration.ofSeconds(fields.wholeNumber(name, 1, most).orElse(otherwise));
    }

    private static Jitter jitter(String text) {
      return switch (text) {
        case "NONE" -> Jitter.NONE;
        case "FULL" -> Jitter.FULL;
        default -> throw new IllegalArgumentException("'%s' is not known".formatted(text));
      };
    }

    /// The pause before a retry, without jitter.
    ///
    /// @param earlier the number of retries before it
    Duration pause(int earlier) {
      double milliseconds = interval.toMillis() * Math.pow(backoffRate, earlier);
      return milliseconds >= maxDelay.toMillis()
          ? maxDelay
          : Duration.ofMillis((long) milliseconds);
    }
  }

  static ErrorHandling parse(Fields fields) {
    List<Retrier> retriers = fields.objects("Retry").stream().map(Retrier::parse).toList();
    List<Catcher> catchers = fields.objects("Catch").stream().map(Catcher::parse).toList();
    requireLast(fields, "Retry", retriers.stream().map(Retrier::errors).toList());
    requireLast(fields, "Catch", catchers.stream().map(Catcher::errors).toList());
    return new ErrorHandling(retriers, catchers);
  }

  private static void requireLast(Fields fields, String field, List<ErrorEquals> errors) {
    if (errors.stream().limit(Math.max(0, errors.size() - 1)).anyMatch(ErrorEquals::isWildcard)) {
      throw fields.refuse(field, "has '%s' before its last element".formatted(ErrorEquals.ALL));
    }
  }

  /// The first retrier that applies to an error, even if it is used up and a later one is not.
  Optional<Retrier> retrier(StateFailure failure) {
    return retriers.stream().filter(retrier -> retrier.errors().match(failure)).findFirst();
  }

  Optional<Catcher> catcher(StateFailure failure) {
    return catchers.stream().filter(catcher -> catcher.errors().match(failure)).findFirst();
  }
}
