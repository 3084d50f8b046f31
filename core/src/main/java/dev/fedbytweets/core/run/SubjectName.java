package dev.fedbytweets.core.run;

import dev.fedbytweets.core.failure.RejectedException;
import java.util.regex.Pattern;

/// The name under which posts are collected: a part of object keys and a column of the tables.
public record SubjectName(String value) implements Comparable<SubjectName> {

  private static final Pattern ALLOWED = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

  /// @throws RejectedException if the name cannot be part of an object key
  public SubjectName {
    if (value == null || !isAllowed(value)) {
      throw new RejectedException(
          "subject '%s': use 1 to 64 lower case letters, digits, '_' and '-', starting with a letter or digit"
              .formatted(value));
    }
  }

  /// Whether a text can be a subject's name.
  public static boolean isAllowed(String text) {
    return ALLOWED.matcher(text).matches();
  }

  @Override
  public int compareTo(SubjectName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
