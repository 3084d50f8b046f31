package dev.fedbytweets.tosilver;

import dev.fedbytweets.core.model.Reference;
import dev.fedbytweets.core.model.SilverTweet;
import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.tables.silver.Cleaning;
import dev.fedbytweets.tables.silver.Corrections;
import dev.fedbytweets.tables.silver.History;
import dev.fedbytweets.tables.silver.Identified;
import dev.fedbytweets.tables.silver.Identity;
import dev.fedbytweets.tables.silver.Key;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// Bronze posts to silver posts.
final class TweetCleaning implements Cleaning<Tweet, SilverTweet> {

  @Override
  public Identified identify(Identity row) {
    OptionalLong id = Numbers.identifier(row.id().strip());
    if (id.isEmpty()) {
      return new Identified.Unusable("the id is not a positive number of 64 bits");
    }
    Optional<Instant> createdAt = createdAt(id.getAsLong(), row.createdAt());
    if (createdAt.isEmpty()) {
      return new Identified.Unusable(
          isBlank(row.createdAt())
              ? "there is no created_at, and the id carries no time"
              : "created_at cannot be read as a time");
    }
    return new Identified.Usable(
        new Key(id.getAsLong(), row.subject()), createdAt.get(), versions(row.editHistory()));
  }

  @Override
  public SilverTweet clean(Tweet row, History history, Corrections corrections) {
    long id = Numbers.identifier(row.id().strip()).orElseThrow();
    if (isBlank(row.createdAt())) {
      corrections.count("created_at_derived");
    }
    String text = Texts.cleanPost(row.text());
    String noteText = Texts.cleanPost(row.noteText());
    List<Long> versions = versions(row.editHistory());
    long original = versions.isEmpty() ? id : versions.getFirst();
    Reference reference = row.referenced() == null ? null : row.referenced().getFirst();
    return new SilverTweet(
        id,
        createdAt(id, row.createdAt()).orElseThrow(),
        Numbers.identifier(row.authorId(), "author_id", corrections),
        text,
        Texts.clean(row.placeId()),
        row.subject(),
        row.importDate(),
        row.fileName(),
        noteText == null ? text : noteText,
        row.retrievedAt(),
        history.firstRetrievedAt(),
        Texts.clean(row.lang()),
        Numbers.identifier(row.conversationId(), "conversation_id", corrections),
        Numbers.identifier(row.inReplyToUserId(), "in_reply_to_user_id", corrections),
        row.possiblySensitive(),
        Texts.clean(row.replySettings()),
        row.retweetCount(),
        row.replyCount(),
        row.likeCount(),
        row.quoteCount(),
        row.bookmarkCount(),
        row.impressionCount(),
        lowerCase(Texts.clean(row.hashtags())),
        Texts.clean(row.cashtags()),
        Texts.clean(row.mentions()),
        Texts.clean(row.urls()),
        reference == null ? null : Texts.clean(reference.type()),
        reference == null ? null : Numbers.identifier(reference.id(), "referenced_id", corrections),
        original,
        isLatest(id, versions) && !history.versions().isSuperseded(original, id),
        row.longitude(),
        row.latitude(),
        Texts.clean(row.withheldCountries()),
        Texts.clean(row.communityId()));
  }

  @Override
  public String quarantineLine(Tweet row, String reason) {
    return QuarantineLine.of(row, row.fileName(), reason);
  }

  /// What X says; where it says nothing, the time that the identifier carries.
  private static Optional<Instant> createdAt(long id, String said) {
    if (!isBlank(said)) {
      return Times.parse(said);
    }
    return Snowflake.carriesTime(id) ? Optional.of(Snowflake.timeOf(id)) : Optional.empty();
  }

  /// What can be read of the edit history, ascending, which is the order in which the versions
  /// were made.
  private static List<Long> versions(List<String> editHistory) {
    if (editHistory == null) {
      return List.of();
    }
    List<Long> versions = new ArrayList<>(editHistory.size());
    for (String version : editHistory) {
      Numbers.identifier(version.strip()).ifPresent(versions::add);
    }
    Collections.sort(versions);
    return versions;
  }

  private static boolean isLatest(long id, List<Long> versions) {
    return versions.isEmpty() || versions.getLast() == id;
  }

  private static List<String> lowerCase(List<String> texts) {
    if (texts == null) {
      return null;
    }
    List<String> lower = new ArrayList<>(texts.size());
    for (String text : texts) {
      lower.add(text.toLowerCase(Locale.ROOT));
    }
    return lower.size() == 1 ? lower : List.copyOf(new LinkedHashSet<>(lower));
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
