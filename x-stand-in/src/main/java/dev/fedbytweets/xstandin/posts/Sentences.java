package dev.fedbytweets.xstandin.posts;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes sentences on a topic into a text.
final class Sentences {

  private static final Pattern GAP = Pattern.compile("\\{([a-z]+)}");

  /// Some are several code points that a joiner makes one picture.
  private static final List<String> EMOJI =
      List.of("🙂", "☕️", "🌱", "✨", "👩‍🚀", "👨‍👩‍👧‍👦", "🧑🏽‍🌾", "🇧🇷", "🚲", "🌧️");

  /// Only the first ends a line everywhere; U+2028 does not, though it looks as if it did.
  private static final List<String> BREAKS = List.of("\n", "\n\n", "\u2028");

  private static final List<String> CASHTAGS = List.of("MADEUP", "DEMO");
  private static final String SHORT_LINK_LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int SHORT_LINK_LENGTH = 10;

  private final Dice dice;
  private final Language language;
  private final Authors authors;

  Sentences(Dice dice, Language language, Authors authors) {
    this.dice = dice;
    this.language = language;
    this.authors = authors;
  }

  void sentence(TextComposer text, Topic topic) {
    String sentence = dice.pick(language.sentences());
    Matcher gap = GAP.matcher(sentence);
    int written = 0;
    while (gap.find()) {
      text.words(sentence.substring(written, gap.start()));
      fill(text, gap.group(1), topic);
      written = gap.end();
    }
    text.words(sentence.substring(written));
  }

  private void fill(TextComposer text, String gap, Topic topic) {
    switch (gap) {
      case "topic" -> text.words(word(topic));
      case "tag" -> text.hashtag(word(topic).replace(" ", ""));
      case "mention" -> text.mention(authors.number(Authors.thrown(dice)));
      case "link" -> text.link(shortLink(dice), "https://example.org/notes/" + dice.below(10_000));
      case "cashtag" -> text.cashtag(dice.pick(CASHTAGS));
      case "emoji" -> text.words(dice.pick(EMOJI));
      case "number" -> text.words(Integer.toString(dice.between(2, 99)));
      case "break" -> text.words(dice.pick(BREAKS));
      default -> throw new IllegalArgumentException("no sentence may have the gap " + gap);
    }
  }

  private String word(Topic topic) {
    return dice.pick(topic.words(language));
  }

  /// An address of X's shortener that leads nowhere.
  static String shortLink(Dice dice) {
    StringBuilder link = new StringBuilder("https://t.co/");
    for (int i = 0; i < SHORT_LINK_LENGTH; i++) {
      link.append(SHORT_LINK_LETTERS.charAt(dice.below(SHORT_LINK_LETTERS.length())));
    }
    return link.toString();
  }
}
