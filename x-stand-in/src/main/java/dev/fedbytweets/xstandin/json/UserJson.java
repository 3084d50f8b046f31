package dev.fedbytweets.xstandin.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fedbytweets.xstandin.posts.Author;
import java.time.Instant;

/// An author as X writes it, every field that the stand-in knows, in `tweet` words.
public final class UserJson {

  private UserJson() {}

  /// @param seenAt when X is asked: counts depend on it
  public static ObjectNode document(Author author, Instant seenAt) {
    ObjectNode document = XJson.object();
    document.put("id", Long.toString(author.id()));
    document.put("name", author.name());
    document.put("username", author.username());
    document.put("created_at", XJson.time(author.createdAt()));
    document.put("description", author.description() == null ? "" : author.description());
    document.put("protected", false);
    document.put("profile_image_url", author.imageUrl());
    standing(document, author);
    metrics(document.putObject("public_metrics"), author, seenAt);
    if (author.location() != null) {
      document.put("location", author.location());
    }
    if (author.website() != null) {
      website(document, author.website());
    }
    return document;
  }

  private static void standing(ObjectNode document, Author author) {
    document.put("verified", author.isVerified());
    document.put("verified_type", author.standing().verifiedType());
    document.put("subscription_type", author.standing().subscriptionType());
    author.pinnedPost().ifPresent(id -> document.put("pinned_tweet_id", Long.toString(id)));
  }

  private static void metrics(ObjectNode document, Author author, Instant seenAt) {
    document
        .put("followers_count", author.followersAt(seenAt))
        .put("following_count", author.followingAt(seenAt))
        .put("tweet_count", author.postsAt(seenAt))
        .put("listed_count", author.listedAt(seenAt))
        .put("like_count", author.likesAt(seenAt))
        .put("media_count", author.mediaAt(seenAt));
  }

  private static void website(ObjectNode document, String website) {
    String shortLink = "https://t.co/" + Integer.toString(website.hashCode() & 0x3FFF_FFFF, 36);
    document.put("url", shortLink);
    document
        .putObject("entities")
        .putObject("url")
        .putArray("urls")
        .addObject()
        .put("start", 0)
        .put("end", shortLink.length())
        .put("url", shortLink)
        .put("expanded_url", website)
        .put("display_url", website.substring("https://".length()));
  }
}
