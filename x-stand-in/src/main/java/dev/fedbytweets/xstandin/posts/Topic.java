package dev.fedbytweets.xstandin.posts;

import java.util.List;
import java.util.Optional;

/// What made-up posts are about: its words in each language, in the order of [Language].
public enum Topic {
  COFFEE(
      "Coffee",
      List.of("coffee", "espresso", "cold brew"),
      List.of("café", "cafezinho"),
      List.of("café", "cortado"),
      List.of("コーヒー"),
      List.of("قهوة")),
  TEA(
      "Tea",
      List.of("tea", "green tea"),
      List.of("chá", "chá verde"),
      List.of("té", "té verde"),
      List.of("お茶", "緑茶"),
      List.of("شاي")),
  BICYCLES(
      "Bicycles",
      List.of("bicycle", "cycling", "bike"),
      List.of("bicicleta", "pedal"),
      List.of("bicicleta", "ciclismo"),
      List.of("自転車"),
      List.of("دراجة")),
  GARDENS(
      "Gardens",
      List.of("garden", "tomatoes"),
      List.of("jardim", "horta"),
      List.of("jardín", "huerto"),
      List.of("庭", "家庭菜園"),
      List.of("حديقة")),
  TRAINS(
      "Trains",
      List.of("train", "night train"),
      List.of("trem", "estação"),
      List.of("tren", "estación"),
      List.of("電車"),
      List.of("قطار")),
  STARS(
      "Stars",
      List.of("telescope", "stars"),
      List.of("telescópio", "estrelas"),
      List.of("telescopio", "estrellas"),
      List.of("星空", "望遠鏡"),
      List.of("نجوم")),
  NOTHING_MUCH(
      null,
      List.of("the weather", "a quiet day"),
      List.of("o tempo", "um dia tranquilo"),
      List.of("el tiempo", "un día tranquilo"),
      List.of("天気"),
      List.of("الطقس"));

  private final String subject;
  private final List<List<String>> words;

  /// @param words of each language, in the order of the languages
  @SafeVarargs
  @SuppressWarnings("varargs")
  Topic(String subject, List<String>... words) {
    this.subject = subject;
    this.words = List.of(words);
  }

  /// What X would call the topic in its annotations; empty if it would not notice one.
  public Optional<String> subject() {
    return Optional.ofNullable(subject);
  }

  @SuppressWarnings("EnumOrdinal")
  List<String> words(Language language) {
    return words.get(language.ordinal());
  }

  /// One topic or two, in this order.
  static List<Topic> random(SeededRandom random) {
    List<Topic> all = List.of(values());
    Topic first = random.pick(all);
    Topic second = random.oneIn(8) ? random.pick(all) : first;
    return first == second ? List.of(first) : List.of(first, second);
  }
}
