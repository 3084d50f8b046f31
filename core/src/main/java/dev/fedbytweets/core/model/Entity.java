package dev.fedbytweets.core.model;

import dev.fedbytweets.core.failure.RejectedException;

/// What the lake keeps: one table for each in each [Layer].
public enum Entity {
  TWEETS,
  USERS,
  PLACES,
  MEDIA;

  /// The form used in names of tables and in the events of the steps.
  public String lowerCase() {
    return switch (this) {
      case TWEETS -> "tweets";
      case USERS -> "users";
      case PLACES -> "places";
      case MEDIA -> "media";
    };
  }

  /// The reverse of [#lowerCase()].
  ///
  /// @throws RejectedException if there is no such table
  public static Entity named(String name) {
    for (Entity entity : values()) {
      if (entity.lowerCase().equals(name)) {
        return entity;
      }
    }
    throw new RejectedException(
        "there is no table '%s': it is tweets, users, places or media".formatted(name));
  }
}
