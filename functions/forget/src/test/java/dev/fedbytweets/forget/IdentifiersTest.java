package dev.fedbytweets.forget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fedbytweets.core.failure.RejectedException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentifiersTest {

  @Test
  void eachLineIsAnIdentifier() {
    List<String> lines = List.of("\uFEFF12", " 34\r", "", "12");
    assertThat(Identifiers.ofPosts("a.txt", lines)).containsExactly("12", "34");
    assertThat(Identifiers.ofUsers("a.txt", lines)).containsExactly("12", "34");
  }

  @Test
  void aLinkToAPostIsItsIdentifier() {
    List<String> lines =
        List.of(
            "\uFEFFhttps://x.com/somebody/status/12",
            " https://twitter.com/i/web/status/34?s=20 ",
            "http://mobile.twitter.com/a/statuses/56/photo/1",
            "x.com/a/status/12#m");

    assertThat(Identifiers.ofPosts("a.txt", lines)).containsExactly("12", "34", "56");
    assertThatExceptionOfType(RejectedException.class)
        .isThrownBy(() -> Identifiers.ofUsers("a.txt", lines))
        .withMessageContaining("lines 1, 2, 3, 4 are not");
    assertThatExceptionOfType(RejectedException.class)
        .isThrownBy(
            () ->
                Identifiers.ofPosts(
                    "a.txt", List.of("https://example.org/a/status/12", "https://x.com/a")))
        .withMessageContaining("lines 1, 2 are not");
  }

  @Test
  void aNameOfAUserIsNoIdentifierAndHasOne() {
    assertThatExceptionOfType(RejectedException.class)
        .isThrownBy(() -> Identifiers.ofUsers("a.txt", List.of("12", "@someone")))
        .withMessage(
            "a.txt: line 2 is not one identifier, which is a number: nothing was changed;"
                + " to a name, SELECT id FROM silver.users WHERE username = '...' has it");
  }

  @Test
  void whatIsNoneIsNamedByItsLine() {
    assertThatExceptionOfType(RejectedException.class)
        .isThrownBy(() -> Identifiers.ofPosts("a.txt", List.of("12", "@someone", "013")))
        .withMessage(
            "a.txt: lines 2, 3 are not one identifier, which is a number: nothing was changed");
    assertThatExceptionOfType(RejectedException.class)
        .isThrownBy(() -> Identifiers.ofPosts("a.txt", List.of("12 34")))
        .withMessageContaining("line 1 is not");
    assertThatExceptionOfType(RejectedException.class)
        .isThrownBy(() -> Identifiers.ofPosts("a.txt", Collections.nCopies(9, "x")))
        .withMessageContaining("lines 1, 2, 3, 4, 5 and 4 more are not");
  }

  @Test
  void noneAtAllIsAMistake() {
    assertThatExceptionOfType(RejectedException.class)
        .isThrownBy(() -> Identifiers.ofPosts("a.txt", List.of("", " ")))
        .withMessage("a.txt holds no identifier");
  }
}
