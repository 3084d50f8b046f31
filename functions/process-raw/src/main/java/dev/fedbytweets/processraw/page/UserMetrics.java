package dev.fedbytweets.processraw.page;

import static dev.fedbytweets.processraw.page.JsonCursor.first;

import java.io.IOException;
import java.util.Set;

/// Reads how much a user does and how many look on.
final class UserMetrics {

  Long followers;
  Long following;
  Long lists;
  Long tweets;
  Long likes;
  Long media;

  void read(JsonCursor in) throws IOException {
    for (String name = in.firstName(); name != null; name = in.nextName()) {
      switch (name) {
        case "followers_count" -> followers = first(followers, in.count());
        case "following_count" -> following = first(following, in.count());
        case "listed_count" -> lists = first(lists, in.count());
        case "tweet_count", "post_count" -> tweets = first(tweets, in.count());
        case "like_count" -> likes = first(likes, in.count());
        case "media_count" -> media = first(media, in.count());
        default -> in.leave(Set.of());
      }
    }
  }
}
