package dev.fedbytweets.xstandin.posts;

import java.util.List;

/// The languages of the made-up world, what is said in them, and how often.
///
/// In a sentence, `{topic}` stands for what the post is about, `{tag}` for its hashtag,
/// `{mention}` for somebody's username, `{link}`, `{cashtag}`, `{emoji}` and `{number}` for one
/// of these, and `{break}` for the end of a line.
enum Language {
  ENGLISH(
      "en",
      40,
      List.of(
          "Slow morning, good {topic}. Nothing else to report {emoji}",
          "Does anyone else think {topic} & rain belong together?",
          "Day {number} of learning about {topic}: still a beginner, still happy",
          "My neighbour swears by {topic}. I am <almost> convinced",
          "{topic} first, questions later {emoji} {tag}",
          "Wrote down everything I know about {topic} {link}",
          "Thank you {mention} for the {topic} advice!",
          "Note to self about {topic}:{break}take your time {tag}",
          "If {cashtag} were about {topic} I would finally understand it",
          "{number} reasons to like {topic}, none of them good {tag} {link}")),
  PORTUGUESE(
      "pt",
      28,
      List.of(
          "Manhã calma, {topic} na mesa e mais nada {emoji}",
          "Só eu acho que {topic} & chuva combinam?",
          "Dia {number} aprendendo sobre {topic}: ainda não sei nada, mas sigo feliz",
          "{topic} primeiro, perguntas depois {emoji} {tag}",
          "Escrevi tudo o que sei sobre {topic} {link}",
          "Obrigada {mention} pelas dicas de {topic}!",
          "Recado para mim sobre {topic}:{break}vai com calma {tag}",
          "A avó dizia: {topic} > preocupação {tag}")),
  SPANISH(
      "es",
      17,
      List.of(
          "Mañana tranquila, {topic} y nada más {emoji}",
          "¿Soy la única que piensa que {topic} & lluvia van juntos?",
          "Día {number} aprendiendo sobre {topic}: sigo sin saber, sigo feliz",
          "Primero {topic}, después las preguntas {emoji} {tag}",
          "Anoté todo lo que sé sobre {topic} {link}",
          "¡Gracias {mention} por los consejos sobre {topic}!",
          "Nota para mí sobre {topic}:{break}sin prisa {tag}")),
  JAPANESE(
      "ja",
      8,
      List.of(
          "今日も{topic}でのんびり {emoji}",
          "{topic}のことを{number}日調べています {tag}",
          "{mention} さん、{topic}の話をありがとう！",
          "{topic}について書きました{break}{link} {tag}")),
  ARABIC(
      "ar",
      7,
      List.of(
          "\u200Fصباح هادئ مع {topic} {emoji}",
          "اليوم {number} وأنا أتعلم عن {topic} {tag}",
          "شكرا {mention} على الحديث عن {topic}!",
          "كتبت كل ما أعرفه عن {topic}{break}{link}"));

  private final String tag;
  private final int percent;
  private final List<String> sentences;

  Language(String tag, int percent, List<String> sentences) {
    this.tag = tag;
    this.percent = percent;
    this.sentences = sentences;
  }

  /// As X names the language.
  String tag() {
    return tag;
  }

  List<String> sentences() {
    return sentences;
  }

  static Language thrown(Dice dice) {
    int left = dice.below(100);
    for (Language language : values()) {
      left -= language.percent;
      if (left < 0) {
        return language;
      }
    }
    return ENGLISH;
  }
}
