package dev.fedbytweets.bench.pages;

import java.util.List;
import java.util.SplittableRandom;

/// Languages in several scripts, each with words to make texts of.
enum Tongue {
  ENGLISH(
      "en",
      34,
      " ",
      "the coffee morning train people never again city open late small garden winter music radio"
          + " question answer river bridge market price street light window quiet story number weather"),
  PORTUGUESE(
      "pt",
      22,
      " ",
      "o café amanhã já não cidade notícia praça governo eleição coração São música estação rua"
          + " pergunta você ônibus chuva verão irmão feijão açúcar também jogo ponte janela história"),
  SPANISH(
      "es",
      12,
      " ",
      "el café mañana ciudad también pregunta camino año señal música país niño canción lluvia corazón"
          + " puente mercado luz ventana historia pequeño jardín noche río precio calle siempre aquí"),
  JAPANESE(
      "ja", 10, "", "今日 は 天気 が いい コーヒー を 飲む 電車 朝 東京 桜 音楽 写真 ありがとう 新しい 街 雨 猫 学校 映画 明日 です ました 本当 に"),
  ARABIC(
      "ar",
      8,
      " ",
      "القهوة صباح المدينة جديد سؤال جواب الطريق سوق ليل مطر قصة موسيقى شتاء نافذة جسر نهر صديق كتاب"
          + " شمس بيت اليوم غدا كثير"),
  RUSSIAN(
      "ru",
      6,
      " ",
      "кофе утро город новый вопрос ответ дорога рынок ночь дождь история музыка зима окно мост река"
          + " друг книга солнце дом сегодня завтра много"),
  HINDI(
      "hi",
      4,
      " ",
      "कॉफी सुबह शहर नया सवाल जवाब रास्ता बाज़ार रात बारिश कहानी संगीत सर्दी खिड़की पुल नदी दोस्त किताब सूरज घर"),
  GERMAN(
      "de",
      4,
      " ",
      "der Kaffee Morgen Straße Zug Frage Antwort Fluss Brücke Markt Größe Fenster Geschichte Wetter"
          + " Stadt schön früh spät Garten Winter Musik Zahl ruhig klein");

  private static final List<String> SIGNS =
      List.of("☕", "🚀", "😂", "🙏🏽", "🌧️", "❤️", "👀", "🎉");
  private static final int ALL = List.of(values()).stream().mapToInt(tongue -> tongue.share).sum();

  private final String code;
  private final int share;
  private final String space;
  private final String[] words;

  Tongue(String code, int share, String space, String words) {
    this.code = code;
    this.share = share;
    this.space = space;
    this.words = words.split(" ");
  }

  /// One of them, the more frequent ones more often.
  static Tongue any(SplittableRandom random) {
    int number = random.nextInt(ALL);
    for (Tongue tongue : values()) {
      number -= tongue.share;
      if (number < 0) {
        return tongue;
      }
    }
    throw new IllegalStateException("the shares do not add up");
  }

  /// As X names it.
  String code() {
    return code;
  }

  String word(SplittableRandom random) {
    return words[random.nextInt(words.length)];
  }

  /// Words up to about this many characters, now and then with a sign, a number or an entity.
  void write(StringBuilder text, int length, SplittableRandom random) {
    int end = text.length() + length;
    while (text.length() < end) {
      text.append(word(random)).append(space);
      switch (random.nextInt(40)) {
        case 0 -> text.append(SIGNS.get(random.nextInt(SIGNS.size()))).append(' ');
        case 1 -> text.append(random.nextInt(100_000)).append(' ');
        case 2 -> text.append("&amp; ");
        case 3 -> text.append(".\n");
        default -> text.append(space);
      }
    }
  }
}
