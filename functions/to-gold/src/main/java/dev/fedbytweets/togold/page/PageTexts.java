package dev.fedbytweets.togold.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The texts of the page in one language, and how numbers and days are written in it.
final class PageTexts {

  /// The languages of the page; the first is the one in which it opens.
  static final List<String> LANGUAGES = List.of("en", "pt");

  private static final Pattern PLACE = Pattern.compile("\\{([0-9])}");
  private static final int TWO_DAYS_IN_HOURS = 48;

  private final String language;
  private final SortedMap<String, String> texts;

  private PageTexts(String language, SortedMap<String, String> texts) {
    this.language = language;
    this.texts = texts;
  }

  /// @param language one of [#LANGUAGES]
  static PageTexts in(String language) {
    SortedMap<String, String> texts = new TreeMap<>();
    Resources.text("texts_" + language + ".properties")
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .forEach(
            line -> {
              int sign = line.indexOf('=');
              texts.put(line.substring(0, sign).strip(), line.substring(sign + 1).strip());
            });
    return new PageTexts(language, texts);
  }

  String language() {
    return language;
  }

  /// All texts by key.
  SortedMap<String, String> all() {
    return texts;
  }

  /// A text with its places `{0}`, `{1}` and so on filled.
  String of(String key, Object... places) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("no text '%s' in '%s'".formatted(key, language));
    }
    return PLACE
        .matcher(text)
        .replaceAll(
            place -> Matcher.quoteReplacement(places[Integer.parseInt(place.group(1))].toString()));
  }

  /// A text if there is one under a prefix, or the word itself: `lang.` and `en`.
  String named(String prefix, String word) {
    return texts.getOrDefault(prefix + word, word);
  }

  /// A count, as in `12,345`; in words if it is not shown.
  String count(long number) {
    if (number == SmallNumbers.WITHHELD) {
      return "–";
    }
    return number == SmallNumbers.HIDDEN ? of("few") : grouped(number);
  }

  /// Tenths of a percent as in `31%`.
  String percent(long tenths) {
    return of("format.percent", Math.round(tenths / 10.0));
  }

  /// Hundredths of a percent as in `3.1%`.
  String finePercent(long hundredths) {
    return of("format.percent", decimal(Math.round(hundredths / 10.0), 1));
  }

  /// An interval of tenths of a percent as in `27–36`.
  String interval(long low, long high) {
    return Math.round(low / 10.0) + "–" + Math.round(high / 10.0);
  }

  /// A number of hundredths with one digit after the point.
  String hundredths(long number) {
    return decimal(Math.round(number / 10.0), 1);
  }

  /// US cents as dollars; in words if they are not shown.
  String dollars(long cents) {
    if (cents == SmallNumbers.WITHHELD) {
      return "–";
    }
    return cents == SmallNumbers.HIDDEN ? of("few.charge") : of("format.money", decimal(cents, 2));
  }

  /// A day as in `14 Oct 2026`.
  String day(LocalDate day) {
    return of("format.day", day.getDayOfMonth(), month(day), day.getYear());
  }

  /// A day as in `14 Oct`.
  String shortDay(LocalDate day) {
    return of("format.short-day", day.getDayOfMonth(), month(day));
  }

  /// A time as in `14 Oct 2026, 21:00 UTC`.
  ///
  /// @param minute ISO 8601 to the minute
  String moment(String minute) {
    return of(
        "format.moment", day(LocalDate.parse(minute.substring(0, 10))), minute.substring(11, 16));
  }

  /// How much later one time is than another, in hours or days.
  String age(String from, String to) {
    long hours = Math.max(0, Duration.between(Instant.parse(from), Instant.parse(to)).toHours());
    return hours < TWO_DAYS_IN_HOURS
        ? of("format.hours", hours)
        : of("format.days", grouped(hours / 24));
  }

  private String month(LocalDate day) {
    return List.of(of("format.months").split(",", -1)).get(day.getMonthValue() - 1);
  }

  private String grouped(long number) {
    StringBuilder digits = new StringBuilder(Long.toString(number));
    for (int i = digits.length() - 3; i > 0; i -= 3) {
      digits.insert(i, of("format.group"));
    }
    return digits.toString();
  }

  private String decimal(long number, int places) {
    long unit = places == 1 ? 10 : 100;
    String fraction = Long.toString(unit + number % unit).substring(1);
    return grouped(number / unit) + of("format.decimal") + fraction;
  }
}
