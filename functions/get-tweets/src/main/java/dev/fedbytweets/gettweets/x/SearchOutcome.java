package dev.fedbytweets.gettweets.x;

import dev.fedbytweets.core.failure.LakeException;
import org.jspecify.annotations.Nullable;

/// What a response of X means for collecting.
public sealed interface SearchOutcome {

  /// A page to keep.
  record Page(Envelope envelope) implements SearchOutcome {}

  /// An answer that should be a page and cannot be read. X may charge for it all the same.
  ///
  /// @param seen what can be seen of a page before it breaks off or is damaged; null if it is not
  ///     even the beginning of one
  /// @param reason what is wrong with it, for messages
  record Unreadable(@Nullable Envelope seen, String reason) implements SearchOutcome {}

  /// X refused for its rate limit.
  record Throttled() implements SearchOutcome {}

  /// An identifier that was asked for is too old.
  ///
  /// @param largerThan X accepts only identifiers larger than this
  /// @param failure if it should not be asked again
  record TooOld(long largerThan, LakeException failure) implements SearchOutcome {}

  /// X does not know the names of the vocabulary.
  ///
  /// @param failure if it should not be asked in the other one
  record UnknownNames(LakeException failure) implements SearchOutcome {}

  /// X does not accept the page token that was asked with.
  ///
  /// @param failure if it was asked without one
  record RefusedToken(LakeException failure) implements SearchOutcome {}

  /// X does not accept what it was asked, for a reason that is none of the above.
  ///
  /// @param failure if there is no other query to ask with
  record RefusedRequest(LakeException failure) implements SearchOutcome {}

  /// The account is out of credits, or has used up what it may read.
  record PaymentRequired(LakeException failure) implements SearchOutcome {}

  /// X gave no page, and asking again now would change nothing.
  record Failed(LakeException failure) implements SearchOutcome {}
}
