package dev.fedbytweets.core.storage;

import java.time.Instant;

/// What was replaced or deleted in a lake and is still kept, where objects are versioned; and the
/// results of questions that were asked to it.
///
/// Both methods work in portions: they stop at a deadline, and go on after what an earlier call
/// answered. They fail as the methods of [ObjectStore] do.
public interface OldVersions {

  /// Where nothing of the kind is kept.
  OldVersions NONE =
      new OldVersions() {
        @Override
        public Portion delete(String after, Instant before, Instant deadline) {
          return new Portion(0, "", true);
        }

        @Override
        public Portion count(String after, Instant before, Instant deadline) {
          return new Portion(0, "", true);
        }
      };

  /// A part of the work.
  ///
  /// @param versions how many it was about
  /// @param after what the next part goes on after
  /// @param isLast whether there is no next part
  record Portion(long versions, String after, boolean isLast) {}

  /// Deletes them for good. What is current in the lake stays.
  ///
  /// @param after empty to begin with
  /// @param before only what was replaced, deleted or answered earlier
  Portion delete(String after, Instant before, Instant deadline);

  /// Counts those that [#delete] would delete.
  Portion count(String after, Instant before, Instant deadline);
}
