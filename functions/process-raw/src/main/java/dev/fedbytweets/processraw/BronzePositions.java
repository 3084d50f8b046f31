package dev.fedbytweets.processraw;

import dev.fedbytweets.core.storage.Positions;

/// Up to where in the journal each bronze table has the pages. After an attempt that was killed
/// they differ.
record BronzePositions(Positions tweets, Positions users, Positions places) {

  /// Up to where all three have them.
  Positions earliest() {
    return tweets.earliest(users).earliest(places);
  }
}
