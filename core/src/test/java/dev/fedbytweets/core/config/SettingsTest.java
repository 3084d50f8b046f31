package dev.fedbytweets.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.failure.MisconfiguredException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // tests pass null and read what must be there
class SettingsTest {

  @Test
  void readsWhatIsSet() {
    Settings settings =
        new Settings(
            Map.of(
                "T",
                " text ",
                "N",
                "7",
                "A",
                "0.005",
                "D",
                "PT2M",
                "F",
                "TRUE",
                "U",
                "https://api.x.com",
                "C",
                "post"));

    assertThat(settings.text("T")).isEqualTo("text");
    assertThat(settings.number("N", 1, 1, 10)).isEqualTo(7);
    assertThat(settings.amount("A", BigDecimal.ONE)).isEqualByComparingTo("0.005");
    assertThat(settings.duration("D", Duration.ofSeconds(1))).isEqualTo(Duration.ofMinutes(2));
    assertThat(settings.flag("F", false)).isTrue();
    assertThat(settings.address("U", null)).isEqualTo(URI.create("https://api.x.com"));
    assertThat(settings.choice("C", 0, Map.of("tweet", 1, "post", 2))).isEqualTo(2);
    assertThat(settings.build(() -> "built")).isEqualTo("built");
  }

  @Test
  void fallsBackWhereNothingIsSet() {
    Settings settings = new Settings(Map.of("N", " "));

    assertThat(settings.number("N", 5, 1, 10)).isEqualTo(5);
    assertThat(settings.text("T", "fallback")).isEqualTo("fallback");
    assertThat(settings.build(() -> List.of())).isEmpty();
  }

  @Test
  void namesEveryProblemAndNoValue() {
    Settings settings =
        new Settings(
            Map.of(
                "N",
                "s3cr3t",
                "U",
                "ftp://s3cr3t",
                "D",
                "-PT1S",
                "F",
                "s3cr3t",
                "A",
                "-1",
                "C",
                "s3cr3t"));

    settings.text("BUCKET");
    settings.number("N", 5, 1, 10);
    settings.address("U", URI.create("https://api.x.com"));
    settings.duration("D", Duration.ofSeconds(1));
    settings.flag("F", true);
    settings.amount("A", BigDecimal.ONE);
    settings.choice("C", 0, Map.of("tweet", 1, "post", 2));

    assertThatThrownBy(() -> settings.build(() -> "built"))
        .isInstanceOf(MisconfiguredException.class)
        .hasMessage(
            "BUCKET is not set: it must be a text; N must be a whole number from 1 to 10; U must be"
                + " an http or https address; D must be a positive time span such as PT30S; F must"
                + " be true or false; A must be a decimal number, 0 or more; C must be one of"
                + " post, tweet");
  }
}
