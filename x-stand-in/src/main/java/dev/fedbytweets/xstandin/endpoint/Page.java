package dev.fedbytweets.xstandin.endpoint;

import dev.fedbytweets.xstandin.posts.MadeUpPost;
import java.util.List;
import java.util.Optional;

/// What a search gives at once.
///
/// @param posts newest first
/// @param next of the page after this; empty if this is the last
record Page(PageCursor cursor, List<MadeUpPost> posts, Optional<PageCursor> next) {

  Page {
    posts = List.copyOf(posts);
  }
}
