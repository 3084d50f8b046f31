package dev.fedbytweets.core.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 1000, 200_000, 5_000_000})
  void everyLengthComesBack(int length) throws IOException {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);

    assertThat(Gzip.decompress(compressed(bytes))).isEqualTo(bytes);
  }

  @Test
  void whatCompressesBestComesBack() throws IOException {
    byte[] zeros = new byte[3_000_000];

    assertThat(Gzip.decompress(compressed(zeros))).isEqualTo(zeros);
  }

  @Test
  void severalMembersAreOneText() throws IOException {
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    members.write(compressed("a long beginning, ".repeat(100).getBytes(UTF_8)));
    members.write(compressed("an end".getBytes(UTF_8)));

    assertThat(new String(Gzip.decompress(members.toByteArray()), UTF_8))
        .isEqualTo("a long beginning, ".repeat(100) + "an end");
  }

  @Test
  void whatBreaksOffIsNotTaken() throws IOException {
    byte[] whole = compressed("some text that is to be cut".getBytes(UTF_8));

    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> Gzip.decompress(cut)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aPartIsCompressedTheSameWayEachTime() throws IOException {
    byte[] text = "not this, but this, and not this".getBytes(UTF_8);

    byte[] compressed = Gzip.compress(text, 10, 8);

    assertThat(new String(Gzip.decompress(compressed), UTF_8)).isEqualTo("but this");
    assertThat(Gzip.expectedLength(compressed)).isEqualTo(8);
    assertThat(Gzip.compress("but this".getBytes(UTF_8))).isEqualTo(compressed);
  }

  private static byte[] compressed(byte[] bytes) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(bytes);
    }
    return compressed.toByteArray();
  }
}
