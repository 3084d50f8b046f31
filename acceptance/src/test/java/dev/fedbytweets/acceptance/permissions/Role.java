package dev.fedbytweets.acceptance.permissions;

import dev.fedbytweets.aotcache.Function;
import java.util.Locale;

/// The functions, by the names of their roles.
enum Role {
  GET_TWEETS(Function.GET_TWEETS),
  PROCESS_RAW(Function.PROCESS_RAW),
  TWEETS_TO_SILVER(Function.TO_SILVER),
  USERS_TO_SILVER(Function.TO_SILVER),
  PLACES_TO_SILVER(Function.TO_SILVER),
  MAINTAIN(Function.MAINTAIN),
  FORGET(Function.FORGET),
  COMPLY(Function.COMPLY),
  LABEL_POSTS(Function.LABEL_POSTS),
  TO_GOLD(Function.TO_GOLD);

  private final Function function;

  Role(Function function) {
    this.function = function;
  }

  /// The image that runs.
  Function function() {
    return function;
  }

  /// Its name in the table.
  String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
