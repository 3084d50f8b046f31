package dev.fedbytweets.core.model;

import dev.fedbytweets.core.failure.RejectedException;

/// What the lake keeps: one table for each in bronze and in silver.
public enum Entity implements TableName {
  TWEETS,
  USERS,
  PLACES,
  MEDIA;

  @Override
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
