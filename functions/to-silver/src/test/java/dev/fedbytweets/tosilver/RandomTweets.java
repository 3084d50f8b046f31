package dev.fedbytweets.tosilver;

import dev.fedbytweets.core.model.SilverTweet;
import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.tables.Samples;
import dev.fedbytweets.tables.WinningRow;
import dev.fedbytweets.tables.silver.CorrectionCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/// Random rows of a few posts and subjects, with ties, gaps, edits and midnights, and what silver
/// must make of them, computed the slow and obvious way.
final class RandomTweets {

  private static final Instant MIDNIGHT = Instant.parse("2026-11-20T00:00:00Z");
  private static final List<String> SUBJECTS = List.of("coffee", "tea");

  private RandomTweets() {}

  /// Rows as pages hold them: no page holds a key twice.
  static List<Tweet> rows(long seed) {
    Random random = new Random(seed);
    List<List<Long>> chains = chains(random);
    List<Tweet> rows = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    int count = 1 + random.nextInt(60);
    for (int i = 0; i < count; i++) {
      Tweet row = row(random, chains.get(random.nextInt(chains.size())));
      if (taken.add(row.id() + row.fileName())) {
        rows.add(row);
      }
    }
    return rows;
  }

  /// What silver holds after all of these, in any order.
  static List<SilverTweet> expected(List<Tweet> rows) {
    Map<List<String>, List<Tweet>> byKey =
        rows.stream().collect(Collectors.groupingBy(row -> List.of(row.id(), row.subject())));
    Map<String, Long> originals =
        rows.stream().collect(Collectors.toMap(Tweet::id, RandomTweets::original, Math::min));
    List<SilverTweet> newest =
        byKey.values().stream()
            .map(RandomTweets::newest)
            .map(row -> with(row, originals.get(Long.toString(row.id())), row.isLatestEdit()))
            .toList();
    return newest.stream()
        .map(row -> isSuperseded(row, newest) ? superseded(row) : row)
        .sorted(Comparator.comparing(SilverTweet::id).thenComparing(SilverTweet::subject))
        .toList();
  }

  private static List<List<Long>> chains(Random random) {
    List<List<Long>> chains = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Instant time = MIDNIGHT.minus(Duration.ofMinutes(random.nextInt(3 * 24 * 60)));
      List<Long> chain = new ArrayList<>();
      for (int version = 0; version <= random.nextInt(3); version++) {
        chain.add(Snowflake.smallestAt(time) + i);
        time = time.plus(Duration.ofMinutes(1 + random.nextInt(25)));
      }
      chains.add(chain);
    }
    return chains;
  }

  private static Tweet row(Random random, List<Long> chain) {
    int version = random.nextInt(chain.size());
    int known = version + random.nextInt(chain.size() - version);
    long id = chain.get(version);
    String subject = SUBJECTS.get(random.nextInt(SUBJECTS.size()));
    int moment = random.nextInt(4);
    Tweet row =
        Samples.tweet(
            Long.toString(id),
            said(random, Snowflake.timeOf(id)),
            subject,
            "subject=" + subject + "/page-" + moment + random.nextInt(3),
            MIDNIGHT.plus(Duration.ofHours(moment)),
            "text " + random.nextInt(1000),
            (long) random.nextInt(100),
            random.nextInt(3) == 0
                ? null
                : chain.subList(0, known + 1).stream().map(String::valueOf).toList());
    Tweet timed = random.nextInt(3) > 0 ? row : Samples.estimated(row);
    return random.nextInt(3) > 0 ? timed : Samples.referenced(timed);
  }

  /// What a page says about the time of a post, rightly or not.
  private static String said(Random random, Instant time) {
    return switch (random.nextInt(4)) {
      case 0 -> null;
      case 1 -> "a while ago";
      case 2 -> time.plus(Duration.ofMinutes(random.nextInt(-14 * 60, 12 * 60))).toString();
      default -> time.toString();
    };
  }

  private static SilverTweet newest(List<Tweet> rows) {
    Tweet newest = WinningRow.of(rows);
    Instant first = WinningRow.firstRetrievedAt(rows);
    return new TweetCleaning().clean(newest, first, new CorrectionCounts());
  }

  /// The first version, as far as the row says.
  private static long original(Tweet row) {
    return Long.parseLong(row.editHistory() == null ? row.id() : row.editHistory().getFirst());
  }

  private static boolean isSuperseded(SilverTweet row, List<SilverTweet> all) {
    return all.stream()
        .anyMatch(other -> other.originalId() == row.originalId() && other.id() > row.id());
  }

  private static SilverTweet superseded(SilverTweet row) {
    return with(row, row.originalId(), false);
  }

  private static SilverTweet with(SilverTweet row, long original, boolean isLatestEdit) {
    return new SilverTweet(
        row.id(),
        row.createdAt(),
        row.authorId(),
        row.text(),
        row.placeId(),
        row.subject(),
        row.importDate(),
        row.fileName(),
        row.fullText(),
        row.retrievedAt(),
        row.firstRetrievedAt(),
        row.lang(),
        row.conversationId(),
        row.inReplyToUserId(),
        row.possiblySensitive(),
        row.replySettings(),
        row.retweetCount(),
        row.replyCount(),
        row.likeCount(),
        row.quoteCount(),
        row.bookmarkCount(),
        row.impressionCount(),
        row.hashtags(),
        row.cashtags(),
        row.mentions(),
        row.urls(),
        row.referencedType(),
        row.referencedId(),
        original,
        isLatestEdit,
        row.longitude(),
        row.latitude(),
        row.withheldCountries(),
        row.communityId(),
        row.retrievedAtKnown(),
        row.foundAs(),
        row.mediaKeys());
  }
}
