package dev.fedbytweets.processraw.page;

import static dev.fedbytweets.processraw.page.JsonCursor.first;

import java.io.IOException;
import java.util.Set;

/// Reads how often a post was seen, liked and passed on.
final class PostMetrics {

  Long retweets;
  Long replies;
  Long likes;
  Long quotes;
  Long bookmarks;
  Long impressions;

  void read(JsonCursor in) throws IOException {
    for (String name = in.firstName(); name != null; name = in.nextName()) {
      switch (name) {
        case "retweet_count", "repost_count" -> retweets = first(retweets, in.count());
        case "reply_count" -> replies = first(replies, in.count());
        case "like_count" -> likes = first(likes, in.count());
        case "quote_count" -> quotes = first(quotes, in.count());
        case "bookmark_count" -> bookmarks = first(bookmarks, in.count());
        case "impression_count" -> impressions = first(impressions, in.count());
        default -> in.leave(Set.of());
      }
    }
  }
}
