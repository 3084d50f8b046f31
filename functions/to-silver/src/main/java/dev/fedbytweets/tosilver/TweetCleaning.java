package dev.fedbytweets.tosilver;

import dev.fedbytweets.core.model.FoundAs;
import dev.fedbytweets.core.model.Reference;
import dev.fedbytweets.core.model.SilverTweet;
import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.tables.files.Column;
import dev.fedbytweets.tables.files.ColumnFileReader;
import dev.fedbytweets.tables.silver.Cleaning;
import dev.fedbytweets.tables.silver.CorrectionCounts;
import dev.fedbytweets.tables.silver.CrossKeyFlag;
import dev.fedbytweets.tables.silver.Key;
import dev.fedbytweets.tables.silver.ResolvedKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// Makes silver posts of bronze posts. [EditChains] knows their versions.
final class TweetCleaning implements Cleaning<Tweet, SilverTweet> {

  /// Two mistaken offsets are not farther apart than the zones of the earth, which are 26 hours.
  private static final List<Duration> MISTAKEN_TIMES =
      List.of(Duration.ofDays(-2), Duration.ofDays(-1), Duration.ofDays(1), Duration.ofDays(2));

  private final EditChains edits = new EditChains();

  @Override
  public KeyReader keys(ColumnFileReader bronze) {
    Column<String> ids = bronze.texts("id");
    Column<String> subjects = bronze.texts("subject");
    Column<String> createdAt = bronze.texts("created_at");
    Column<List<String>> editHistories = bronze.textLists("edit_history");
    return () -> resolve(ids.next(), subjects.next(), createdAt.next(), editHistories.next());
  }

  private ResolvedKey resolve(
      String receivedId, String subject, String receivedTime, List<String> editHistory) {
    OptionalLong parsedId = Numbers.identifier(receivedId.strip());
    if (parsedId.isEmpty()) {
      return new ResolvedKey.Rejected("the id is not a positive number of 64 bits");
    }
    long id = parsedId.getAsLong();
    Optional<Instant> createdAt = createdAt(id, receivedTime);
    if (createdAt.isEmpty()) {
      return new ResolvedKey.Rejected(
          isBlank(receivedTime)
              ? "there is no created_at, and the id carries no time"
              : "created_at cannot be read as a time");
    }
    List<Long> versions = versions(editHistory);
    if (versions.size() > 1) {
      edits.add(versions.getFirst(), id);
    }
    return new ResolvedKey.Usable(
        new Key.NumberKey(id, subject),
        createdAt.get(),
        relatedTimes(id, createdAt.get(), receivedTime, versions));
  }

  @Override
  public Optional<CrossKeyFlag> crossKeyFlag() {
    return Optional.of(edits);
  }

  @Override
  public SilverTweet clean(Tweet row, Instant firstRetrievedAt, CorrectionCounts corrections) {
    long id = Numbers.identifier(row.id().strip()).orElseThrow();
    if (Snowflake.carriesTime(id)) {
      countCorrection(id, row.createdAt(), corrections);
    }
    String text = Texts.cleanPost(row.text());
    String noteText = Texts.cleanPost(row.noteText());
    String retweetedText = Texts.cleanPost(row.retweetedText());
    List<Long> versions = versions(row.editHistory());
    long original = edits.original(id, versions.isEmpty() ? id : versions.getFirst());
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
        Stream.of(retweetedText, noteText, text).filter(Objects::nonNull).findFirst().orElse(null),
        row.retrievedAt(),
        firstRetrievedAt,
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
        isLatest(id, versions) && !edits.isSuperseded(original, id),
        row.longitude(),
        row.latitude(),
        Texts.clean(row.withheldCountries()),
        Texts.clean(row.communityId()),
        row.retrievedAtKnown(),
        FoundAs.ofColumnValue(row.foundAs()).columnValue(),
        Texts.clean(row.mediaKeys()));
  }

  @Override
  public String quarantineLine(Tweet row, String reason) {
    return QuarantineLine.of(row, row.fileName(), reason);
  }

  /// The time that the identifier carries, cut to the second as X does; where it carries none, what
  /// the page says. So all rows of a key whose identifier carries a
  /// time have one time, and one day.
  private static Optional<Instant> createdAt(long id, String said) {
    if (Snowflake.carriesTime(id)) {
      return Optional.of(Snowflake.timeOf(id).truncatedTo(ChronoUnit.SECONDS));
    }
    return isBlank(said) ? Optional.empty() : TimestampParser.parse(said);
  }

  /// Other versions of the post, and other rows of its key: a table of an earlier version holds
  /// them on the day that their page says, and rows of an identifier without time may say different
  /// times, as exporters do that mistake local time for UTC.
  private static List<Instant> relatedTimes(
      long id, Instant createdAt, String said, List<Long> versions) {
    List<Instant> times = new ArrayList<>(EditChains.timesToSearch(createdAt, versions));
    if (!Snowflake.carriesTime(id)) {
      MISTAKEN_TIMES.forEach(mistake -> times.add(createdAt.plus(mistake)));
    } else if (!isBlank(said)) {
      TimestampParser.parse(said).ifPresent(times::add);
    }
    return times;
  }

  /// Counts when the page does not say what the identifier says.
  ///
  /// @param id carries a time
  private static void countCorrection(long id, String said, CorrectionCounts corrections) {
    Optional<Instant> saidTime = isBlank(said) ? Optional.empty() : TimestampParser.parse(said);
    if (saidTime.isEmpty()) {
      corrections.count("created_at_derived");
    } else if (differ(saidTime.get(), Snowflake.timeOf(id))) {
      corrections.count("created_at_corrected");
    }
  }

  /// By a second or more: then one of them is not the other in another precision.
  private static boolean differ(Instant time, Instant other) {
    return Duration.between(time, other).abs().toSeconds() > 0;
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
