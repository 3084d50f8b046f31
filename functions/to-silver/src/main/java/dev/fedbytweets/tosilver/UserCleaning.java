package dev.fedbytweets.tosilver;

import dev.fedbytweets.core.model.SilverUser;
import dev.fedbytweets.core.model.User;
import dev.fedbytweets.tables.silver.Cleaning;
import dev.fedbytweets.tables.silver.Corrections;
import dev.fedbytweets.tables.silver.History;
import dev.fedbytweets.tables.silver.Identified;
import dev.fedbytweets.tables.silver.Identity;
import dev.fedbytweets.tables.silver.Key;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/// Bronze users to silver users.
final class UserCleaning implements Cleaning<User, SilverUser> {

  @Override
  public Identified identify(Identity row) {
    OptionalLong id = Numbers.identifier(row.id().strip());
    if (id.isEmpty()) {
      return new Identified.Unusable("the id is not a positive number of 64 bits");
    }
    if (row.createdAt() != null
        && !row.createdAt().isBlank()
        && Times.parse(row.createdAt()).isEmpty()) {
      return new Identified.Unusable("created_at cannot be read as a time");
    }
    return new Identified.Usable(new Key(id.getAsLong(), null), null, List.of());
  }

  @Override
  public SilverUser clean(User row, History history, Corrections corrections) {
    return new SilverUser(
        Numbers.identifier(row.id().strip()).orElseThrow(),
        Texts.clean(row.username()),
        Texts.clean(row.name()),
        Texts.clean(row.location()),
        Numbers.clamped(row.followersCount(), "followers_count", corrections),
        Numbers.clamped(row.followingCount(), "following_count", corrections),
        Numbers.clamped(row.listedCount(), "listed_count", corrections),
        Numbers.clamped(row.tweetCount(), "tweet_count", corrections),
        row.verified(),
        row.importDate(),
        row.fileName(),
        row.retrievedAt(),
        history.firstRetrievedAt(),
        createdAt(row),
        Texts.clean(row.description()),
        Texts.clean(row.url()),
        Texts.clean(row.verifiedType()),
        Texts.clean(row.subscriptionType()),
        row.isProtected(),
        Texts.clean(row.profileImageUrl()),
        Numbers.identifier(row.pinnedTweetId(), "pinned_tweet_id", corrections),
        row.likeCount(),
        row.mediaCount());
  }

  @Override
  public String quarantineLine(User row, String reason) {
    return QuarantineLine.of(row, row.fileName(), reason);
  }

  private static Instant createdAt(User row) {
    return row.createdAt() == null || row.createdAt().isBlank()
        ? null
        : Times.parse(row.createdAt()).orElseThrow();
  }
}
