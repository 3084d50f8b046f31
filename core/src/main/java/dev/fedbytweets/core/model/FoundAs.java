package dev.fedbytweets.core.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How a page holds a post.
public enum FoundAs {
  /// As one of its results: it matched the subject's query.
  RESULT,

  /// Beside its results, because one of them refers to it.
  REFERENCED;

  /// The form used in the tables.
  public String columnValue() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The reverse of [#columnValue()].
  ///
  /// @param value null in rows of earlier versions, which are results
  /// @throws IllegalArgumentException if it is no such form
  public static FoundAs ofColumnValue(@Nullable String value) {
    return value == null ? RESULT : valueOf(value.toUpperCase(Locale.ROOT));
  }
}
