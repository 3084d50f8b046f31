package dev.fedbytweets.xstandin.posts;

import dev.fedbytweets.core.model.Snowflake;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;

/// Any number of posts, for large inputs: each follows from its number and the seed, millions of
/// them differ, and their texts are random words, so they compress as real ones do. Their authors
/// and places go by numbers too. Safe for use by several threads.
public final class NumberedPosts {

  /// How many places there are.
  public static final int PLACES = 3_000;

  private static final int AUTHORS = 400_000;
  private static final long NUMBER_BITS = 0x3F_FFFF;
  private static final long AUTHOR_KEY = 0x6175_7468L;
  private static final long PROFILE_KEY = 0x7072_6F66L;
  private static final long PLACE_KEY = 0x706C_6163L;
  private static final int FIRST_POSTS = 100;
  private static final Instant FIRST_ACCOUNT = Instant.parse("2009-03-01T00:00:00Z");
  private static final int ACCOUNT_SECONDS = 500_000_000;
  private static final List<String> CASHTAGS = List.of("AAA", "BREW", "CAFE", "MILK", "TEA");

  private final long seed;
  private final LongFunction<Instant> times;

  /// @param times when the post of each number was written, to the millisecond; they may go back
  public NumberedPosts(long seed, LongFunction<Instant> times) {
    this.seed = seed;
    this.times = times;
  }

  /// The identifier of the post of this number; it carries the time.
  public long idOf(long number) {
    return Snowflake.smallestAt(times.apply(number)) | (number & NUMBER_BITS);
  }

  /// Who wrote the post of this number: some write much, most little.
  public int authorOf(long number) {
    double often = SeededRandom.of(seed, AUTHOR_KEY, number).fraction();
    return (int) (often * often * often * AUTHORS);
  }

  /// The post of this number.
  public MadeUpPost post(long number) {
    SeededRandom random = SeededRandom.of(seed, number);
    long id = idOf(number);
    Language language = Language.ofManyPosts(random);
    PostReference reference = number < FIRST_POSTS ? null : reference(number, random);
    TextBuilder text = text(language, random);
    ComposedText composed = text.composed();
    ComposedText note = null;
    if (random.oneIn(40)) {
      language.write(text, random.between(300, 1500), random);
      note = text.composed();
    }
    return new MadeUpPost(
        id,
        List.of(id),
        author(authorOf(number)),
        language.tag(),
        List.of(Topic.values()).subList(0, random.below(3)),
        composed,
        note,
        null,
        reference,
        random.oneIn(30) ? geoTag(random) : null,
        flags(random),
        new Engagement(
            times.apply(number), random.below(160), Duration.ofDays(random.between(1, 60))));
  }

  /// An author.
  ///
  /// @param number 0 or more
  public Author author(int number) {
    SeededRandom random = SeededRandom.of(seed, PROFILE_KEY, number);
    Language language = Language.ofManyPosts(random);
    return new Author(
        authorId(number),
        FIRST_ACCOUNT.plusSeconds(random.below(ACCOUNT_SECONDS)),
        username(number),
        words(language, 12, random),
        words(language, random.between(20, 140), random),
        random.oneIn(3) ? null : words(language, 14, random),
        random.oneIn(3) ? "https://%s.example/".formatted(random.letters(10)) : null,
        new Author.Standing(
            random.oneIn(12) ? "blue" : "none",
            random.oneIn(12) ? "Premium" : "None",
            random.oneIn(3) ? idOf(random.below(1000)) : null,
            true),
        random.below(600),
        random.below(1500));
  }

  /// A place.
  ///
  /// @param number 0 to below [#PLACES]
  public static MadeUpPlace place(int number) {
    SeededRandom random = SeededRandom.of(PLACE_KEY, number);
    Language language = Language.ofManyPosts(random);
    String name = random.pick(language.words()) + number;
    double west = random.between(-740_000, -350_000) / 10_000.0;
    double south = random.between(-330_000, 40_000) / 10_000.0;
    return new MadeUpPlace(
        placeId(number),
        name + ", Brasil",
        new MadeUpPlace.Details(
            name,
            "Brasil",
            "BR",
            "city",
            new MadeUpPlace.Box(west, south, west + 1, south + 1),
            number % 3 == 0 ? List.of(placeId(number / 3)) : List.of()));
  }

  private static String placeId(int number) {
    return "%016x".formatted(0x9E37_79B9_7F4A_7C15L * (number + 1));
  }

  private static long authorId(int number) {
    return 10_000_000 + number * 7_001L;
  }

  private static String username(int number) {
    return "user" + number;
  }

  /// Null for an original post.
  private PostReference reference(long number, SeededRandom random) {
    int kind = random.below(10);
    if (kind >= 7) {
      return null;
    }
    long other = (long) (random.fraction() * number);
    PostReference.Type type =
        kind < 4
            ? PostReference.Type.RETWEETED
            : kind < 6 ? PostReference.Type.REPLIED_TO : PostReference.Type.QUOTED;
    return new PostReference(type, idOf(other), author(authorOf(other)));
  }

  private TextBuilder text(Language language, SeededRandom random) {
    TextBuilder text = new TextBuilder();
    for (int i = random.below(3); i > 0; i--) {
      int author = random.below(AUTHORS);
      text.mention(username(author), authorId(author)).words(" ");
    }
    language.write(text, random.between(30, 220), random);
    for (int i = random.below(4) - 1; i > 0; i--) {
      text.hashtag(capitalized(random.pick(language.words())) + random.below(40)).words(" ");
    }
    if (random.oneIn(50)) {
      text.cashtag(random.pick(CASHTAGS)).words(" ");
    }
    if (random.oneIn(4)) {
      String address = random.letters(10);
      text.link("https://t.co/" + address, "https://news.example/articles/" + address + "?ref=x");
    }
    return text;
  }

  private static String words(Language language, int length, SeededRandom random) {
    TextBuilder text = new TextBuilder();
    language.write(text, length, random);
    return text.composed().text().strip();
  }

  private static String capitalized(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static GeoTag geoTag(SeededRandom random) {
    GeoTag.Point point =
        random.oneIn(2)
            ? new GeoTag.Point(
                random.between(-1_800_000, 1_800_000) / 10_000.0,
                random.between(-900_000, 900_000) / 10_000.0)
            : null;
    return new GeoTag(place(random.below(PLACES)), point);
  }

  private static PostFlags flags(SeededRandom random) {
    return new PostFlags(
        random.oneIn(50),
        random.oneIn(1000) ? List.of("DE", "FR") : List.of(),
        random.oneIn(100) ? 1_500_000_000_000_000_000L + random.below(300) : null,
        random.oneIn(12) ? "following" : "everyone",
        false);
  }
}
