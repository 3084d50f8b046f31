package dev.fedbytweets.tables.silver;

import java.util.Objects;

/// What a silver table has one row for.
public sealed interface Key {

  /// A key that is a number.
  ///
  /// @param subject the second part of the key in tables that keep rows by subject, else null
  record NumberKey(long id, String subject) implements Key {}

  /// A key that is a text.
  record TextKey(String id) implements Key {

    public TextKey {
      Objects.requireNonNull(id, "id");
    }
  }
}
