package dev.fedbytweets.tosilver;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotBlank;

/// Every text is in normalization form C after cleaning.
class TextsTest {

  @Property
  void textsThatCanBeComposed(@ForAll @NotBlank @CharRange(from = 'A', to = '\u0345') String text) {
    assertThat(Texts.clean(text)).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC));
  }

  @Property
  void textsOfAnyCharacters(@ForAll @NotBlank String text) {
    assertThat(Texts.clean(text)).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC));
  }

  @Property
  void textsBelowTheFirstCombiningCharacter(
      @ForAll @NotBlank @CharRange(from = '\u0000', to = '\u02ff') String text) {
    assertThat(Texts.clean(text)).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC));
  }
}
