package dev.fedbytweets.embeddings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What BERT's own tokenizer makes of the same texts: these were written down from it.
class WordPiecesTest {

  private static final String VOCABULARY = "/bert-vocabulary-en.txt";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Hello, World!            | [CLS] hello , world ! [SEP]
          unaffable                | [CLS] una ##ffa ##ble [SEP]
          Café  naïve              | [CLS] cafe naive [SEP]
          don't #NotMe @user       | [CLS] don ' t # not ##me @ user [SEP]
          so good 😀               | [CLS] so good [UNK] [SEP]
          a\u200Bb\u0007c          | [CLS] abc [SEP]
          x²  ½                    | [CLS] x ##² ½ [SEP]
          """)
  void aTextIsCutAsBertCutsIt(String text, String pieces) throws IOException {
    assertThat(cut(text, 512)).containsExactly(pieces.split(" "));
  }

  @Test
  void ofALongTextTheFirstPiecesAreKept() throws IOException {
    assertThat(cut("good ".repeat(1000), 8))
        .containsExactly("[CLS]", "good", "good", "good", "good", "good", "good", "[SEP]");
    assertThat(cut("unaffable", 3)).containsExactly("[CLS]", "una", "[SEP]");
  }

  @Test
  void aWordThatIsTooLongOrHasNoPiecesIsUnknown() throws IOException {
    assertThat(cut("a".repeat(101) + " ok", 512)).containsExactly("[CLS]", "[UNK]", "ok", "[SEP]");
    assertThat(cut("", 512)).containsExactly("[CLS]", "[SEP]");
    assertThat(cut("\uD83D", 512)).containsExactly("[CLS]", "[SEP]");
  }

  private static String[] cut(String text, int most) throws IOException {
    List<String> vocabulary;
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(open(), StandardCharsets.UTF_8))) {
      vocabulary = lines.lines().toList();
    }
    try (InputStream in = open()) {
      return Arrays.stream(WordPieces.read(in, most).of(text))
          .mapToObj(id -> vocabulary.get((int) id))
          .toArray(String[]::new);
    }
  }

  private static InputStream open() {
    return WordPiecesTest.class.getResourceAsStream(VOCABULARY);
  }
}
