package dev.fedbytweets.core.forgotten;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForgottenTest {

  private static final byte[] SALT = {1, 2, 3};

  private final Forgotten forgotten =
      new Forgotten(
          SALT,
          Map.of(
              ForgottenKind.POST, List.of(Forgotten.hash(SALT, "1234567890123456789")),
              ForgottenKind.USER, List.of(Forgotten.hash(SALT, "2018")),
              ForgottenKind.MEDIUM, List.of(Forgotten.hash(SALT, "777000777000"))));

  @Test
  void anIdentifierIsKnownByItsKind() {
    assertThat(forgotten.has(ForgottenKind.POST, "1234567890123456789")).isTrue();
    assertThat(forgotten.has(ForgottenKind.USER, "1234567890123456789")).isFalse();
    assertThat(forgotten.hasAny("1234567890123456789")).isTrue();
    assertThat(forgotten.hasAny("12345678901234567890")).isFalse();
    assertThat(forgotten.hasMedium("3_777000777000")).isTrue();
    assertThat(forgotten.hasMedium("3_777000777001")).isFalse();
  }

  @Test
  void anotherSaltKnowsNothing() {
    assertThat(Forgotten.hash(new byte[] {9}, "2018")).isNotEqualTo(Forgotten.hash(SALT, "2018"));
  }

  @Test
  void longIdentifiersAreMaskedInTexts() {
    assertThat(forgotten.masked("see x.com/i/status/1234567890123456789?s=20 of 2018"))
        .isEqualTo("see x.com/i/status/0000000000000000000?s=20 of 2018");
    assertThat(forgotten.masked("\\u00e41234567890123456789")).endsWith("e40000000000000000000");
    assertThat(forgotten.masked("91234567890123456789")).isEqualTo("91234567890123456789");
  }

  @Test
  void aTextWithoutAnyStaysTheSameObject() {
    String text = "nothing of 1234567890";
    assertThat(forgotten.masked(text)).isSameAs(text);
  }

  @Test
  void shortOnesCountWhereTheyStandAlone() {
    assertThat(forgotten.count("since 2018")).isZero();
    assertThat(forgotten.count("{\"id\":\"2018\"}")).isOne();
    assertThat(forgotten.count("2018")).isOne();
    assertThat(forgotten.count("1234567890123456789,777000777000")).isEqualTo(2);
  }

  @Test
  void whatIsShortOrEscapedMayBeInATextToo() {
    assertThat(forgotten.mayBeIn("since 2018")).isTrue();
    assertThat(forgotten.mayBeIn("x.com/i/status/1234567890123456789?s=20")).isTrue();
    assertThat(forgotten.mayBeIn("\"id\":\"\\u0031234567890123456789\"")).isTrue();
    assertThat(forgotten.mayBeIn("since 2019, of 12345678901234567890")).isFalse();
  }

  @Test
  void aPostWithoutItsPlaceMayBeInAText() {
    Forgotten scrubbed =
        new Forgotten(
            SALT, Map.of(ForgottenKind.SCRUB_GEO, List.of(Forgotten.hash(SALT, "12345678901"))));
    assertThat(scrubbed.mayBeIn("{\"id\":\"12345678901\"}")).isTrue();
  }

  @Test
  void equalIsWhatRecognisesTheSame() {
    Map<ForgottenKind, List<Long>> hashes = Map.of(ForgottenKind.POST, List.of(1L, 2L));
    assertThat(new Forgotten(SALT, hashes))
        .isEqualTo(
            new Forgotten(
                SALT,
                Map.of(ForgottenKind.POST, List.of(2L, 1L), ForgottenKind.MEDIUM, List.<Long>of())))
        .isNotEqualTo(new Forgotten(new byte[] {9}, hashes))
        .isNotEqualTo(forgotten);
  }

  @Test
  void nothingIsForgottenAtFirst() {
    assertThat(Forgotten.NOTHING.isEmpty()).isTrue();
    assertThat(forgotten.isEmpty()).isFalse();
    assertThat(Forgotten.NOTHING.hasAny("1")).isFalse();
  }
}
