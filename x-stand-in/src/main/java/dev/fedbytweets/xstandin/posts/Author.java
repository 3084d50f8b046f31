package dev.fedbytweets.xstandin.posts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A made-up profile. Its counts grow with time and never shrink.
///
/// @param description null if the profile has none
/// @param location as its owner wrote it; null if the profile has none
/// @param website null if the profile has none
/// @param audience how popular the author is: followers won in a hundred days
/// @param pace posts written in a hundred days
public record Author(
    long id,
    Instant createdAt,
    String username,
    String name,
    String description,
    String location,
    String website,
    Standing standing,
    int audience,
    int pace) {

  /// What X says about an account, beyond what its owner wrote.
  ///
  /// @param verifiedType `none`, `blue` or `business`
  /// @param pinnedPost null if the profile has none
  /// @param inIncludes false for the rare account that X leaves out where its posts are shown
  public record Standing(
      String verifiedType, String subscriptionType, Long pinnedPost, boolean inIncludes) {}

  public String imageUrl() {
    return "https://example.org/faces/" + id + "_normal.jpg";
  }

  public boolean isVerified() {
    return !standing.verifiedType().equals("none");
  }

  public Optional<Long> pinnedPost() {
    return Optional.ofNullable(standing.pinnedPost());
  }

  public long followersAt(Instant time) {
    return grown(audience, time);
  }

  public long followingAt(Instant time) {
    return 20 + grown(audience % 97, time);
  }

  public long listedAt(Instant time) {
    return followersAt(time) / 150;
  }

  public long postsAt(Instant time) {
    return 1 + grown(pace, time);
  }

  public long likesAt(Instant time) {
    return grown(pace * 3, time);
  }

  public long mediaAt(Instant time) {
    return postsAt(time) / 9;
  }

  private long grown(int perHundredDays, Instant time) {
    long minutes = Math.max(0, Duration.between(createdAt, time).toMinutes());
    return minutes * perHundredDays / Duration.ofDays(100).toMinutes();
  }
}
