package dev.fedbytweets.core.forgotten;

import java.util.Locale;

/// What an identifier is forgotten as.
public enum ForgottenKind {
  /// A post: it goes, and so do the posts that only repeat it.
  POST,
  /// A user: it goes with its posts.
  USER,
  /// A picture or video of forgotten posts.
  MEDIUM,
  /// A post that stays, without the place where it was written.
  SCRUB_GEO,
  /// A subject: all that was collected or imported under its name.
  SUBJECT;

  /// The form used in tombstones.
  public String lowerCase() {
    return name().toLowerCase(Locale.ROOT);
  }
}
