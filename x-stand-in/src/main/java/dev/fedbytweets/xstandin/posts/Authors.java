package dev.fedbytweets.xstandin.posts;

import dev.fedbytweets.core.model.Snowflake;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// The authors of a made-up world, by number.
final class Authors {

  private static final int COUNT = 600;
  private static final long KEY = 0x61_7574_686FL;
  private static final Instant FIRST_ACCOUNT = Instant.parse("2009-03-01T00:00:00Z");
  private static final Instant LAST_ACCOUNT = Instant.parse("2025-06-01T00:00:00Z");

  /// Since then the identifiers of accounts carry their time.
  private static final Instant FIRST_LONG_ID = Instant.parse("2016-01-01T00:00:00Z");

  private static final List<String> FIRST_NAMES =
      List.of(
          "Lumi", "Tavo", "Nerea", "Ziro", "Mikka", "Olive", "Juno", "Brisa", "Kenzo", "Dalva",
          "Iara", "Pippa", "Samir", "Layal", "Haru", "Sora", "Nilo", "Wren", "Caju", "Marlo");
  private static final List<String> SURNAMES =
      List.of(
          "Brookfern",
          "Vale do Sol",
          "Quillmoor",
          "Saltmarsh",
          "da Brisa",
          "Montelargo",
          "الوادي",
          "空野",
          "Pinhal",
          "Oakwhistle",
          "Riofrío",
          "🌿",
          "☕️ lover",
          "🧑‍🍳 em casa",
          "& Sons");
  private static final List<String> DESCRIPTIONS =
      List.of(
          "Made-up person, real opinions about breakfast.",
          "Escrevo sobre coisas pequenas.\nPerfil inventado.",
          "Plantas, trenes y tardes largas. Perfil inventado 🌱",
          "حساب خيالي عن أشياء صغيرة",
          "架空のアカウントです。散歩と星空。",
          "I like quiet & slow things <3");
  private static final List<String> LOCATIONS =
      List.of("Vila Serena", "somewhere by the sea", "Puerto Claro", "北の町", "🌍", "Fernbridge");
  private static final List<String> SUBSCRIPTIONS = List.of("Basic", "Premium", "PremiumPlus");

  private final long seed;
  private final Author[] known = new Author[COUNT];

  Authors(long seed) {
    this.seed = seed;
  }

  /// An author's number; low numbers write more than high ones.
  static int random(SeededRandom random) {
    double fraction = random.fraction();
    return (int) (fraction * fraction * COUNT);
  }

  synchronized Author number(int number) {
    if (known[number] == null) {
      known[number] = make(number);
    }
    return known[number];
  }

  private Author make(int number) {
    SeededRandom random = SeededRandom.of(seed, KEY, number);
    String firstName = random.pick(FIRST_NAMES);
    Instant createdAt = createdAt(random);
    return new Author(
        identifier(createdAt, number),
        createdAt,
        "%s_demo%03d".formatted(firstName.toLowerCase(Locale.ROOT), number),
        firstName + " " + random.pick(SURNAMES),
        random.oneIn(6) ? null : random.pick(DESCRIPTIONS),
        random.oneIn(3) ? null : random.pick(LOCATIONS),
        random.oneIn(3) ? "https://example.org/people/" + number : null,
        standing(random, number),
        (int) (200 / (0.002 + random.fraction())),
        random.between(20, 3000));
  }

  private static Instant createdAt(SeededRandom random) {
    long span = Duration.between(FIRST_ACCOUNT, LAST_ACCOUNT).toSeconds();
    return FIRST_ACCOUNT.plusSeconds((long) (random.fraction() * span));
  }

  private static long identifier(Instant createdAt, int number) {
    if (createdAt.isBefore(FIRST_LONG_ID)) {
      long seconds = Duration.between(FIRST_ACCOUNT, createdAt).toSeconds();
      return 20_000_000L + seconds / 100 * 1000 + number;
    }
    return Snowflake.smallestAt(createdAt) + number;
  }

  private static Author.Standing standing(SeededRandom random, int number) {
    boolean pays = random.oneIn(5);
    String verifiedType = pays ? random.oneIn(8) ? "business" : "blue" : "none";
    Long pinned = random.oneIn(2) ? Snowflake.smallestAt(LAST_ACCOUNT) + number : null;
    return new Author.Standing(
        verifiedType, pays ? random.pick(SUBSCRIPTIONS) : "None", pinned, number % 151 != 100);
  }
}
