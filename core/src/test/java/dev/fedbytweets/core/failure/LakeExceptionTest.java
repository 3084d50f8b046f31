package dev.fedbytweets.core.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LakeExceptionTest {

  @Test
  void keepsAMessageOfTheGreatestLength() {
    String message = "x".repeat(LakeException.LONGEST_MESSAGE);

    assertThat(new RejectedException(message)).hasMessage(message);
  }

  @Test
  void cutsALongerMessageBetweenCharacters() {
    String tea = "\ud83c\udf75".repeat(LakeException.LONGEST_MESSAGE);

    for (String before : new String[] {"", "x"}) {
      String message = new RetryableException(before + tea).getMessage();

      assertThat(message).endsWith("\udf75...");
      assertThat(message).hasSizeBetween(499, LakeException.LONGEST_MESSAGE);
    }
  }
}
