package dev.fedbytweets.tables.silver;

import java.util.Objects;

/// What a silver table has one row for.
///
/// @param id a `Long` for tweets and users, a `String` for places; not null
/// @param subject null but for tweets
public record Key(Object id, String subject) {

  public Key {
    Objects.requireNonNull(id, "id");
  }
}
