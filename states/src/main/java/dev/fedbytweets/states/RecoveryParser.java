package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Reads `Retry` and `Catch`.
final class RecoveryParser {

  private static final int LONGEST_DELAY = 31_622_400;

  private final Fields fields;

  RecoveryParser(Fields fields) {
    this.fields = fields;
  }

  Recovery parse() {
    List<Retrier> retriers = fields.objects("Retry").stream().map(RecoveryParser::retrier).toList();
    List<Catcher> catchers = fields.objects("Catch").stream().map(RecoveryParser::catcher).toList();
    requireLast("Retry", retriers.stream().map(Retrier::errors).toList());
    requireLast("Catch", catchers.stream().map(Catcher::errors).toList());
    return new Recovery(retriers, catchers);
  }

  private void requireLast(String field, List<ErrorNames> errors) {
    for (int i = 0; i < errors.size() - 1; i++) {
      if (errors.get(i).isWildcard()) {
        throw fields.refuse(field, "has '%s' before its last element".formatted(ErrorNames.ALL));
      }
    }
  }

  private static Retrier retrier(Fields fields) {
    Retrier retrier =
        new Retrier(
            errors(fields),
            Duration.ofSeconds(fields.wholeNumber("IntervalSeconds", 1, Seconds.MOST).orElse(1)),
            fields.wholeNumber("MaxAttempts", 0, Seconds.MOST).orElse(3),
            backoffRate(fields),
            Duration.ofSeconds(
                fields.wholeNumber("MaxDelaySeconds", 1, LONGEST_DELAY).orElse(LONGEST_DELAY)),
            fields.text("JitterStrategy", RecoveryParser::jitter).orElse(Retrier.Jitter.NONE));
    fields.refuseOthers();
    return retrier;
  }

  private static Catcher catcher(Fields fields) {
    Catcher catcher =
        new Catcher(errors(fields), DataFlowParser.resultPath(fields), fields.requiredText("Next"));
    fields.refuseOthers();
    return catcher;
  }

  private static ErrorNames errors(Fields fields) {
    fields.requiredValue("ErrorEquals");
    return fields.value("ErrorEquals", RecoveryParser::names).orElseThrow();
  }

  private static ErrorNames names(JsonNode array) {
    List<String> names = new ArrayList<>();
    for (JsonNode name : array) {
      if (!name.isTextual()) {
        throw new IllegalArgumentException("must hold strings");
      }
      names.add(name.textValue());
    }
    return new ErrorNames(names);
  }

  private static double backoffRate(Fields fields) {
    return fields
        .value("BackoffRate")
        .map(
            rate -> {
              if (!rate.isNumber() || rate.doubleValue() < 1) {
                throw fields.refuse("BackoffRate", "must be a number from 1.0");
              }
              return rate.doubleValue();
            })
        .orElse(2.0);
  }

  private static Retrier.Jitter jitter(String text) {
    return switch (text) {
      case "NONE" -> Retrier.Jitter.NONE;
      case "FULL" -> Retrier.Jitter.FULL;
      default -> throw new IllegalArgumentException("'%s' is not known".formatted(text));
    };
  }
}
