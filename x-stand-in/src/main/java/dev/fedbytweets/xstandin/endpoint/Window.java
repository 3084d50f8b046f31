package dev.fedbytweets.xstandin.endpoint;

/// The posts that a request asks about: those with identifiers between two others.
///
/// @param after excluded
/// @param before excluded
record Window(long after, long before) {

  /// Of a request with a token: the window is the token's, whatever else is said.
  static final Window OF_TOKEN = new Window(Long.MAX_VALUE, Long.MAX_VALUE);
}
