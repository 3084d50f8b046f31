package dev.fedbytweets.tosilver;

import dev.fedbytweets.core.model.SilverUser;
import dev.fedbytweets.core.model.User;
import dev.fedbytweets.tables.files.Column;
import dev.fedbytweets.tables.files.ColumnFileReader;
import dev.fedbytweets.tables.silver.Cleaning;
import dev.fedbytweets.tables.silver.CorrectionCounts;
import dev.fedbytweets.tables.silver.Key;
import dev.fedbytweets.tables.silver.ResolvedKey;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/// Makes silver users of bronze users.
final class UserCleaning implements Cleaning<User, SilverUser> {

  @Override
  public KeyReader keys(ColumnFileReader bronze) {
    Column<String> ids = bronze.texts("id");
    Column<String> createdAt = bronze.texts("created_at");
    return () -> resolve(ids.next(), createdAt.next());
  }

  private static ResolvedKey resolve(String receivedId, String createdAt) {
    OptionalLong id = Numbers.identifier(receivedId.strip());
    if (id.isEmpty()) {
      return new ResolvedKey.Rejected("the id is not a positive number of 64 bits");
    }
    if (createdAt != null && !createdAt.isBlank() && TimestampParser.parse(createdAt).isEmpty()) {
      return new ResolvedKey.Rejected("created_at cannot be read as a time");
    }
    return new ResolvedKey.Usable(new Key.NumberKey(id.getAsLong(), null), null, List.of());
  }

  @Override
  public SilverUser clean(User row, Instant firstRetrievedAt, CorrectionCounts corrections) {
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
        firstRetrievedAt,
        createdAt(row),
        Texts.clean(row.description()),
        Texts.clean(row.url()),
        Texts.clean(row.verifiedType()),
        Texts.clean(row.subscriptionType()),
        row.isProtected(),
        Texts.clean(row.profileImageUrl()),
        Numbers.identifier(row.pinnedTweetId(), "pinned_tweet_id", corrections),
        row.likeCount(),
        row.mediaCount(),
        row.retrievedAtKnown());
  }

  @Override
  public String quarantineLine(User row, String reason) {
    return QuarantineLine.of(row, row.fileName(), reason);
  }

  private static Instant createdAt(User row) {
    return row.createdAt() == null || row.createdAt().isBlank()
        ? null
        : TimestampParser.parse(row.createdAt()).orElseThrow();
  }
}
