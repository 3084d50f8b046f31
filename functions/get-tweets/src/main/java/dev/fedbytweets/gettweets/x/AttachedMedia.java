package dev.fedbytweets.gettweets.x;

/// What to do about the pictures and videos in a post.
public enum AttachedMedia {
  /// Only their keys come, within the posts.
  LEFT_OUT,
  /// They come beside the posts, with their alt texts. X charges each.
  EXPANDED
}
