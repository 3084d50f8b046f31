package dev.fedbytweets.xstandin.posts;

import java.util.List;
import java.util.function.ToIntFunction;

/// The languages of made-up posts, what is said in them, and how often: sentences in the made-up
/// world, random words in [NumberedPosts].
///
/// In a sentence, `{topic}` stands for what the post is about, `{tag}` for its hashtag,
/// `{mention}` for somebody's username, `{link}`, `{cashtag}`, `{emoji}` and `{number}` for one
/// of these, and `{break}` for the end of a line.
enum Language {
  ENGLISH(
      "en",
      40,
      34,
      "the coffee morning train people never again city open late small garden winter music radio"
          + " question answer river bridge market price street light window quiet story number"
          + " weather",
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
      22,
      "o café amanhã já não cidade notícia praça governo eleição coração São música estação rua"
          + " pergunta você ônibus chuva verão irmão feijão açúcar também jogo ponte janela"
          + " história",
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
      12,
      "el café mañana ciudad también pregunta camino año señal música país niño canción lluvia"
          + " corazón puente mercado luz ventana historia pequeño jardín noche río precio calle"
          + " siempre",
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
      10,
      "今日 は 天気 が いい コーヒー を 飲む 電車 朝 東京 桜 音楽 写真" + " ありがとう 新しい 街 雨 猫 学校 映画 明日 です ました 本当 に",
      List.of(
          "今日も{topic}でのんびり {emoji}",
          "{topic}のことを{number}日調べています {tag}",
          "{mention} さん、{topic}の話をありがとう！",
          "{topic}について書きました{break}{link} {tag}")),
  ARABIC(
      "ar",
      7,
      8,
      "القهوة صباح المدينة جديد سؤال جواب الطريق سوق ليل مطر قصة موسيقى شتاء نافذة جسر نهر"
          + " صديق كتاب شمس بيت اليوم غدا كثير",
      List.of(
          "\u200Fصباح هادئ مع {topic} {emoji}",
          "اليوم {number} وأنا أتعلم عن {topic} {tag}",
          "شكرا {mention} على الحديث عن {topic}!",
          "كتبت كل ما أعرفه عن {topic}{break}{link}")),
  RUSSIAN(
      "ru",
      0,
      6,
      "кофе утро город новый вопрос ответ дорога рынок ночь дождь история музыка зима окно мост"
          + " река друг книга солнце дом сегодня завтра много",
      List.of()),
  HINDI(
      "hi",
      0,
      4,
      "कॉफी सुबह शहर नया सवाल जवाब रास्ता बाज़ार रात बारिश"
          + " कहानी संगीत सर्दी खिड़की पुल नदी दोस्त किताब सूरज घर",
      List.of()),
  GERMAN(
      "de",
      0,
      4,
      "der Kaffee Morgen Straße Zug Frage Antwort Fluss Brücke Markt Größe Fenster"
          + " Geschichte Wetter Stadt schön früh spät Garten Winter Musik Zahl ruhig klein",
      List.of());

  private static final List<String> EMOJI =
      List.of("☕", "🚀", "😂", "🙏🏽", "🌧️", "❤️", "👀", "🎉");

  private final String tag;
  private final int percent;
  private final int percentOfMany;
  private final List<String> words;
  private final List<String> sentences;

  Language(String tag, int percent, int percentOfMany, String words, List<String> sentences) {
    this.tag = tag;
    this.percent = percent;
    this.percentOfMany = percentOfMany;
    this.words = List.of(words.split(" "));
    this.sentences = sentences;
  }

  /// As X names the language.
  String tag() {
    return tag;
  }

  /// None of a language that only [NumberedPosts] use.
  List<String> sentences() {
    return sentences;
  }

  /// Words that make up random texts.
  List<String> words() {
    return words;
  }

  /// A language of the made-up world.
  static Language random(SeededRandom random) {
    return random(random, language -> language.percent);
  }

  /// A language of [NumberedPosts].
  static Language ofManyPosts(SeededRandom random) {
    return random(random, language -> language.percentOfMany);
  }

  private static Language random(SeededRandom random, ToIntFunction<Language> percent) {
    int left = random.below(100);
    for (Language language : values()) {
      left -= percent.applyAsInt(language);
      if (left < 0) {
        return language;
      }
    }
    throw new IllegalStateException("the shares do not add up");
  }

  /// Writes random words of about this many code points in all, now and then with an emoji, a
  /// number, an ampersand or the end of a sentence.
  void write(TextBuilder text, int length, SeededRandom random) {
    int end = text.length() + length;
    String space = this == JAPANESE ? "" : " ";
    while (text.length() < end) {
      text.words(random.pick(words) + space);
      switch (random.below(40)) {
        case 0 -> text.words(random.pick(EMOJI) + " ");
        case 1 -> text.words(random.below(100_000) + " ");
        case 2 -> text.words("& ");
        case 3 -> text.words(".\n");
        default -> {
          // Only the word.
        }
      }
    }
  }
}
