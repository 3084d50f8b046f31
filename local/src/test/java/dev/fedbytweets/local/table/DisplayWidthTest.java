package dev.fedbytweets.local.table;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Columns of a terminal.
class DisplayWidthTest {

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "abc, 3",
    "é, 1",
    "e\u0301, 1",
    "a\u0300\u0301\u0302, 1",
    "中文, 4",
    "かな, 4",
    "한국어, 6",
    "\u1112\u1161\u11ab, 2",
    "ﾊﾝ, 2",
    "Ａ, 2",
    "😀, 2",
    "👩‍💻, 2",
    "👩‍👩‍👧‍👦, 2",
    "👍🏽, 2",
    "🇧🇷, 2",
    "🇧🇷🇩🇪, 4",
    "❤️, 2",
    "❤, 1",
    "1️⃣, 2",
    "1, 1",
    "©, 1",
    "שלום, 4",
    "مرحبا, 5",
    "\u200b, 0",
    "\u00ad, 1",
    "𠀀, 2"
  })
  void isWhatTerminalsShow(String text, int width) {
    assertThat(DisplayWidth.of(text)).isEqualTo(width);
  }

  @ParameterizedTest
  @CsvSource({
    "abcdef, 6, abcdef",
    "abcdef, 5, abcd…",
    "abcdef, 1, …",
    "中文字, 6, 中文字",
    "中文字, 5, 中文…",
    "中文字, 4, 中…",
    "👩‍💻👩‍💻, 3, 👩‍💻…",
    "👩‍💻👩‍💻, 2, …",
    "e\u0301e\u0301e\u0301, 2, e\u0301…"
  })
  void cutsBetweenSigns(String text, int most, String cut) {
    assertThat(DisplayWidth.cut(text, most)).isEqualTo(cut);
  }

  @Property
  void whatIsCutFitsAndIsTheBeginning(
      @ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 40) int most) {
    String cut = DisplayWidth.cut(text, most);

    assertThat(DisplayWidth.of(cut)).isLessThanOrEqualTo(most);
    if (DisplayWidth.of(text) <= most) {
      assertThat(cut).isEqualTo(text);
    } else {
      assertThat(text).startsWith(cut.substring(0, cut.length() - 1));
      assertThat(cut).endsWith("…");
    }
  }

  @Property
  void nothingStaysHidden(@ForAll("texts") String text) {
    String visible = VisibleText.of(text);

    assertThat(visible.chars().filter(Character::isISOControl).count()).isZero();
    assertThat(visible).doesNotContain("\u2028", "\u2029", "\u202e", "\u2066");
    assertThat(VisibleText.of(visible)).isEqualTo(visible);
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> odd =
        Arbitraries.of(
            "中",
            "👩‍💻",
            "🇧🇷",
            "e\u0301",
            "שלום",
            "\n",
            "\r\n",
            "\0",
            "\u001b",
            "\u2028",
            "\u202e",
            "\u2066",
            "\u0085",
            "❤️",
            "\ud83d",
            "a",
            "longer text ");
    return Arbitraries.oneOf(odd, Arbitraries.strings().ofMaxLength(5))
        .list()
        .ofMaxSize(20)
        .map(parts -> String.join("", parts));
  }
}
