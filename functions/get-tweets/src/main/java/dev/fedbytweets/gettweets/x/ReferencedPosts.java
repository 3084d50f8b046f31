package dev.fedbytweets.gettweets.x;

/// What to do about the posts that a post quotes, answers or reposts.
public enum ReferencedPosts {
  /// Only their identifiers come, within the posts.
  LEFT_OUT,
  /// They come whole beside the posts. X may charge each as a post read.
  EXPANDED
}
