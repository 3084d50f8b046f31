package dev.fedbytweets.xstandin.posts;

/// That a post belongs to an earlier one.
///
/// @param id the earlier post's
/// @param author the earlier post's
public record PostReference(Type type, long id, Author author) {

  /// Written by X in lower case.
  public enum Type {
    RETWEETED,
    QUOTED,
    REPLIED_TO
  }
}
