package dev.fedbytweets.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `./lake label`.
class LabelCommandTest {

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void eachLineComesBackWithLabelAndProbability() throws Exception {
    assertThat(label("I love this, so happy!\nI hate this, awful :(\n")).isZero();

    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).matches("positive\t[01]\\.\\d{4}\tI love this, so happy!");
    assertThat(lines.get(1)).matches("negative\t[01]\\.\\d{4}\tI hate this, awful :\\(");
    assertThat(err.size()).isZero();
  }

  @Test
  void topicsAreToldOfQuestions() throws Exception {
    assertThat(label("Which band has the best songs?\n", "--model", "topics")).isZero();

    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("music\t");
  }

  @Test
  void withoutTheirJarsEmbeddingsAreRefused() throws Exception {
    assertThat(label("What a day\n", "--embeddings")).isEqualTo(1);

    assertThat(out.size()).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("error: the sentence embeddings e5-small-v2-q ")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "a\n",
        "\n",
        "\n\n\na",
        "a\r\nb\r\n\r\n",
        "a\tb\tc\n\td\n",
        "\0a\u001b[31mb\n",
        "a\u2028b\u0085c\n",
        "  spaces  \n"
      })
  void textsAreUnchangedAndThereIsALineForEachLine(String text) throws Exception {
    assertThat(label(text)).isZero();

    assertThat(texts()).isEqualTo(text.isEmpty() || text.endsWith("\n") ? text : text + "\n");
  }

  @Test
  void bytesThatAreNoUtf8StayAsTheyAre() throws Exception {
    byte[] bytes = {'a', (byte) 0xFF, (byte) 0xC3, '\n', (byte) 0xE2, (byte) 0x82, '\n'};
    Path file = Files.write(folder.resolve("texts"), bytes);

    assertThat(lake("label", file.toString())).isZero();

    String[] lines = out.toString(StandardCharsets.ISO_8859_1).split("\n", -1);
    assertThat(lines).hasSize(3);
    assertThat(lines[0]).endsWith("\ta\u00FF\u00C3");
    assertThat(lines[1]).endsWith("\t\u00E2\u0082");
  }

  @Test
  void aMarkBeforeTheFirstTextIsNoneOfIt() throws Exception {
    assertThat(label("\uFEFFI hate this, awful :(\n")).isZero();
    String marked = out.toString(StandardCharsets.UTF_8);
    out.reset();
    assertThat(label("I hate this, awful :(\n")).isZero();
    assertThat(marked).isEqualTo(out.toString(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "x-UTF-16LE-BOM"})
  void utf16IsRefused(String charset) throws IOException {
    Path file =
        Files.write(folder.resolve("texts"), "I hate this\n".getBytes(Charset.forName(charset)));

    assertThat(lake("label", file.toString())).isEqualTo(1);

    assertThat(out.size()).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("error: cannot read %s: it is UTF-16; write it as UTF-8\n".formatted(file));
  }

  @Test
  void aLineMayBeLongerThanWhatIsHeld() throws Exception {
    String longLine = "what a lovely day ".repeat(20_000);

    assertThat(label(longLine + "\nshort\n" + longLine)).isZero();

    assertThat(texts()).isEqualTo(longLine + "\nshort\n" + longLine + "\n");
  }

  @Test
  void blankLinesAreNotScored() throws Exception {
    assertThat(label("\n  \n")).isZero();

    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("-\t-\t\n-\t-\t  \n");
  }

  @Test
  void ofALanguageThatIsNotKnownNothingIsScoredAndThatIsSaidOnce() throws Exception {
    assertThat(label("a\nb\n", "--lang", "ja")).isZero();

    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("-\t-\ta\n-\t-\tb\n");
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "the model does not know the language ja, only ar, de, en, es, fr, hi, it, pt:"
                + " nothing is scored\n");
  }

  @Test
  void theLanguageMatters() throws Exception {
    assertThat(label("Que lindo, amei demais! Maravilhoso\n", "--lang", "pt-BR")).isZero();

    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("positive\t");
  }

  @Test
  void aFileMayBeInGzipAndDamaged() throws Exception {
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (GZIPOutputStream stream = new GZIPOutputStream(gzip)) {
      stream.write("one\ntwo\n".getBytes(StandardCharsets.UTF_8));
    }
    Path whole = Files.write(folder.resolve("whole"), gzip.toByteArray());
    Path cut =
        Files.write(folder.resolve("cut"), Arrays.copyOf(gzip.toByteArray(), gzip.size() - 4));

    assertThat(lake("label", whole.toString())).isZero();
    assertThat(texts()).isEqualTo("one\ntwo\n");
    assertThat(lake("label", cut.toString())).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("error: cannot read " + cut + ": its gzip is damaged\n");
  }

  @Test
  void whatCannotBeReadIsNamed() throws Exception {
    assertThat(lake("label", folder.resolve("none").toString())).isEqualTo(1);
    assertThat(lake("label", folder.toString())).isEqualTo(1);
    Path text = Files.writeString(folder.resolve("text"), "a text\n");
    assertThat(lake("label", "--model", text.toString(), text.toString())).isEqualTo(1);
    assertThat(lake("label", "--model", "mood", text.toString())).isEqualTo(1);

    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "error: cannot read " + folder.resolve("none") + ": there is no such file",
            "error: cannot read " + folder + ": it is a folder",
            "error: cannot read " + text + ": This is no model: it does not begin as one",
            "error: there is no model mood, only sentiment, topics and files: there is no such"
                + " file");
    assertThat(out.size()).isZero();
  }

  @Test
  void whenNobodyReadsAnyMoreNothingIsWrong() throws Exception {
    assertThat(toBroken("Broken pipe")).isZero();
    assertThat(err.size()).isZero();
    assertThat(toBroken("No space left on device")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("error: cannot write the output: No space left on device\n");
  }

  private int toBroken(String reason) throws IOException {
    Path file = Files.writeString(folder.resolve("texts"), "a day\n".repeat(100_000));
    try (OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            throw new IOException(reason);
          }
        }) {
      return LakeMain.execute(Terminal.to(broken, err, null), "label", file.toString());
    }
  }

  private int label(String text, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("texts"), text);
    String[] words = Arrays.copyOf(options, options.length + 2);
    System.arraycopy(options, 0, words, 1, options.length);
    words[0] = "label";
    words[words.length - 1] = file.toString();
    return lake(words);
  }

  private int lake(String... words) {
    return LakeMain.execute(Terminal.to(out, err, null), words);
  }

  /// What was printed without labels and probabilities.
  private String texts() {
    StringBuilder texts = new StringBuilder();
    String printed = out.toString(StandardCharsets.UTF_8);
    out.reset();
    for (String line : printed.split("(?<=\n)")) {
      texts.append(line.replaceFirst("^[a-z-]+\t[0-9.-]+\t", ""));
    }
    return texts.toString();
  }
}
