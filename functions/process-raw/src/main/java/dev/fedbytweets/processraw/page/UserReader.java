package dev.fedbytweets.processraw.page;

import static dev.fedbytweets.processraw.page.JsonCursor.first;

import dev.fedbytweets.core.model.User;
import java.io.IOException;
import java.util.Set;

/// Reads a user.
final class UserReader implements RowReader<User> {

  /// What X documents, or documented once, and no column uses.
  private static final Set<String> UNUSED =
      Set.of(
          "affiliation",
          "confirmed_email",
          "connection_status",
          "is_identity_verified",
          "most_recent_post_id",
          "most_recent_tweet_id",
          "parody",
          "profile_banner_url",
          "receives_your_dm",
          "subscribes_to_you",
          "subscription",
          "verified_followers_count",
          "withheld");

  private final UserMetrics metrics = new UserMetrics();
  private final UserEntities entities = new UserEntities();
  private String id;
  private String username;
  private String displayName;
  private String location;
  private Boolean verified;
  private String createdAt;
  private String description;
  private String url;
  private String verifiedType;
  private String subscriptionType;
  private Boolean isProtected;
  private String profileImageUrl;
  private String pinnedTweetId;

  @Override
  public void read(JsonCursor in) throws IOException {
    for (String name = in.firstName(); name != null; name = in.nextName()) {
      readField(name, in);
    }
  }

  private void readField(String name, JsonCursor in) throws IOException {
    switch (name) {
      case "id" -> id = first(id, in.identifier());
      case "username" -> username = first(username, in.text());
      case "name" -> displayName = first(displayName, in.text());
      case "location" -> location = first(location, in.text());
      case "public_metrics" -> metrics.read(in);
      case "verified" -> verified = first(verified, in.flag());
      case "created_at" -> createdAt = first(createdAt, in.text());
      case "description" -> description = first(description, in.text());
      case "url" -> url = first(url, in.text());
      case "entities" -> entities.read(in);
      case "verified_type" -> verifiedType = first(verifiedType, in.text());
      case "subscription_type" -> subscriptionType = first(subscriptionType, in.text());
      case "protected" -> isProtected = first(isProtected, in.flag());
      case "profile_image_url" -> profileImageUrl = first(profileImageUrl, in.text());
      case "pinned_tweet_id", "pinned_post_id" ->
          pinnedTweetId = first(pinnedTweetId, in.identifier());
      default -> in.leave(UNUSED);
    }
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public User row(PageOrigin origin) {
    return new User(
        id,
        username,
        displayName,
        location,
        metrics.followers,
        metrics.following,
        metrics.lists,
        metrics.tweets,
        verified,
        origin.importDate(),
        origin.fileName(),
        origin.run().value(),
        origin.retrievedAt(),
        createdAt,
        description,
        first(entities.url, url),
        verifiedType,
        subscriptionType,
        isProtected,
        profileImageUrl,
        pinnedTweetId,
        metrics.likes,
        metrics.media,
        origin.isRetrievedAtKnown());
  }
}
