package dev.fedbytweets.bench.pages;

import dev.fedbytweets.core.model.SilverTweet;
import dev.fedbytweets.core.model.SilverUser;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.storage.PageKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;

/// What silver tables hold already of the posts and users that pages tell of: the same keys,
/// values of the same kind and length.
public final class StoredRows {

  private static final RunName RUN = new RunName("earlier-run");

  private final long seed;
  private final Timeline timeline;

  public StoredRows(long seed, Timeline timeline) {
    this.seed = seed;
    this.timeline = timeline;
  }

  /// The row of the post of this number, seen a minute after it was written.
  public SilverTweet tweet(long number) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
    Tongue tongue = Tongue.any(random);
    Instant created = timeline.at(number);
    Instant retrieved = created.plusSeconds(60);
    long id = timeline.idOf(number);
    String text = words(tongue, 30 + random.nextInt(190), random);
    long seen = random.nextInt(4000);
    Long other = number > 0 && random.nextInt(10) < 7 ? random.nextLong(number) : null;
    return new SilverTweet(
        id,
        created.truncatedTo(ChronoUnit.SECONDS),
        Long.parseLong(User.idOf(Post.author(seed, number))),
        text,
        null,
        PageFolder.SUBJECT.value(),
        retrieved,
        fileName(retrieved, number),
        text,
        retrieved,
        retrieved,
        tongue.code(),
        other == null ? id : timeline.idOf(other),
        null,
        random.nextInt(50) == 0,
        "everyone",
        seen / 90,
        seen / 160,
        seen / 25,
        seen / 700,
        seen / 400,
        seen,
        random.nextInt(3) == 0 ? List.of(tongue.word(random) + random.nextInt(40)) : null,
        null,
        random.nextBoolean() ? List.of("user" + random.nextInt(400_000)) : null,
        random.nextInt(4) == 0 ? List.of(address(random)) : null,
        other == null ? null : "retweeted",
        other == null ? null : timeline.idOf(other),
        id,
        true,
        null,
        null,
        null,
        null);
  }

  /// The row of the user of this number.
  ///
  /// @param retrieved when it was seen
  public SilverUser user(long number, Instant retrieved) {
    SplittableRandom random = new SplittableRandom(seed * 7_919 + number);
    Tongue tongue = Tongue.any(random);
    int followers = random.nextInt(20_000);
    return new SilverUser(
        Long.parseLong(User.idOf(number)),
        "user" + number,
        words(tongue, 12, random),
        random.nextInt(3) > 0 ? words(tongue, 14, random) : null,
        followers,
        random.nextInt(2_000),
        followers / 200,
        random.nextInt(50_000),
        random.nextInt(12) == 0,
        retrieved,
        fileName(retrieved, number),
        retrieved,
        retrieved,
        Instant.parse("2009-03-01T00:00:00Z").plusSeconds(random.nextLong(500_000_000)),
        words(tongue, 20 + random.nextInt(120), random),
        random.nextInt(3) == 0 ? address(random) : null,
        "none",
        null,
        false,
        address(random),
        null,
        (long) random.nextInt(90_000),
        (long) random.nextInt(900));
  }

  private static String fileName(Instant retrieved, long number) {
    LocalDate day = LocalDate.ofInstant(retrieved, ZoneOffset.UTC);
    int page = (int) (number / Pages.POSTS % 10_000) + 1;
    return PageKey.numbered(PageFolder.SUBJECT, day, RUN, page).fileName();
  }

  private static String address(SplittableRandom random) {
    return "https://news.example/articles/" + Long.toString(random.nextLong(1L << 50), 36);
  }

  private static String words(Tongue tongue, int length, SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    tongue.write(text, length, random);
    return text.toString().strip();
  }
}
