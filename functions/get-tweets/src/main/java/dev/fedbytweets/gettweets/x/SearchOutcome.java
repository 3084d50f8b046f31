package dev.fedbytweets.gettweets.x;

import dev.fedbytweets.core.failure.LakeException;

/// What an answer of X means for collecting.
public sealed interface SearchOutcome {

  /// A page to keep.
  record Page(Envelope envelope) implements SearchOutcome {}

  /// X wants a pause.
  record Throttled() implements SearchOutcome {}

  /// What was asked for begins or ends too long ago.
  ///
  /// @param largerThan search can only begin at identifiers larger than this
  /// @param failure if it should not be asked again
  record TooOld(long largerThan, LakeException failure) implements SearchOutcome {}

  /// X does not know the names of the vocabulary.
  ///
  /// @param failure if it should not be asked in the other one
  record UnknownNames(LakeException failure) implements SearchOutcome {}

  /// The account is out of credits.
  record PaymentRequired(LakeException failure) implements SearchOutcome {}

  /// There is nothing that asking again now would change.
  record Failed(LakeException failure) implements SearchOutcome {}
}
