package dev.fedbytweets.core.run;

import dev.fedbytweets.core.failure.RejectedException;
import java.util.regex.Pattern;

/// The name of a run: the execution's name on AWS, a generated one locally. It is a part of
/// object keys and of snapshot summaries, so of what Step Functions allows in a name (80
/// characters) only those that need no escaping are taken.
public record RunName(String value) {

  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,79}");

  /// @throws RejectedException if the name cannot be part of an object key
  public RunName {
    if (value == null || !ALLOWED.matcher(value).matches()) {
      throw new RejectedException(
          "run name '%s': use 1 to 80 letters, digits, '_', '.' and '-', starting with a letter or digit"
              .formatted(value));
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
