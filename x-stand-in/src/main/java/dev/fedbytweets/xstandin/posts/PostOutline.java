package dev.fedbytweets.xstandin.posts;

import dev.fedbytweets.core.model.Snowflake;
import java.time.Instant;
import java.util.List;

/// That a post exists: when, by whom, of which kind. What it says is made later, from this.
///
/// @param id of the first version
/// @param editedId of the second version; [#NEVER_EDITED] if there is none
/// @param author the author's number
record PostOutline(long id, long editedId, Kind kind, int author) {

  static final long NEVER_EDITED = 0;

  /// How a post relates to others, and how often such a post is made.
  enum Kind {
    ORIGINAL(60),
    REPLY(18),
    QUOTE(9),
    RETWEET(13);

    private final int percent;

    Kind(int percent) {
      this.percent = percent;
    }

    static Kind random(SeededRandom random) {
      int left = random.below(100);
      for (Kind kind : values()) {
        left -= kind.percent;
        if (left < 0) {
          return kind;
        }
      }
      return ORIGINAL;
    }
  }

  /// The identifiers of the versions that exist at this time, the first version first.
  List<Long> versionsAt(Instant time) {
    if (!existsAt(id, time)) {
      return List.of();
    }
    return isEdited() && existsAt(editedId, time) ? List.of(id, editedId) : List.of(id);
  }

  boolean isEdited() {
    return editedId != NEVER_EDITED;
  }

  private static boolean existsAt(long version, Instant time) {
    return !Snowflake.timeOf(version).isAfter(time);
  }
}
