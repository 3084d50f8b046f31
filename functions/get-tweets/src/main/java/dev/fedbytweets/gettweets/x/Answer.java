package dev.fedbytweets.gettweets.x;

import dev.fedbytweets.core.failure.LakeException;

/// What an answer of X means for collecting.
public sealed interface Answer {

  /// A page to keep.
  record Page(Envelope envelope) implements Answer {}

  /// X wants a pause.
  record Throttled() implements Answer {}

  /// What was asked for begins or ends too long ago.
  ///
  /// @param largerThan search can only begin at identifiers larger than this
  /// @param failure if it should not be asked again
  record TooOld(long largerThan, LakeException failure) implements Answer {}

  /// X does not know the names of the vocabulary.
  ///
  /// @param failure if it should not be asked in the other one
  record UnknownNames(LakeException failure) implements Answer {}

  /// The account is out of credits.
  record PaymentRequired(LakeException failure) implements Answer {}

  /// There is nothing that asking again now would change.
  record Failed(LakeException failure) implements Answer {}
}
