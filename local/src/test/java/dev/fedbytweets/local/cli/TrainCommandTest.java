package dev.fedbytweets.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./lake train`, on made-up texts.
class TrainCommandTest {

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private Path texts;
  private Path model;

  @BeforeEach
  void writeTexts() throws IOException {
    texts = Files.createDirectory(folder.resolve("texts"));
    model = folder.resolve("my.model");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      lines.append("0\ta bad day %d\n1\ta usual day %d\n2\ta good day %d\n".formatted(i, i, i));
    }
    Files.writeString(texts.resolve("en.tsv"), lines.toString());
  }

  @Test
  void aModelAndItsCardAreWrittenAndUsed() throws Exception {
    assertThat(lake("train", "sentiment", texts.toString(), "--output", model.toString()))
        .as(err::toString)
        .isZero();

    assertThat(said()).contains("en: 90 examples", "macro-F1 100.0");
    assertThat(complained())
        .endsWith("wrote %s and %s\n".formatted(model, folder.resolve("my.md")));
    assertThat(folder.resolve("my.md")).content().startsWith("# Model card: sentiment\n");
    Path day = Files.writeString(folder.resolve("day"), "a bad day\n");
    assertThat(lake("label", "--model", model.toString(), day.toString())).isZero();
    assertThat(said()).startsWith("negative\t");
  }

  @Test
  void evaluatingPrintsScoresByClass() throws Exception {
    lake("train", "sentiment", texts.toString(), "--output", model.toString());
    Path test = folder.resolve("en.test.tsv");
    Files.writeString(test, "0\ta bad day\n0\ta good day\npositive\ta good day\n");
    said();
    complained();

    assertThat(lake("train", "--evaluate", test.toString(), "--model", model.toString()))
        .as(err::toString)
        .isZero();

    assertThat(said())
        .isEqualTo(
            """
            sentiment, en: 3 examples
                      precision recall    F1 examples  as  negative  neutral  positive
            negative      100.0   50.0  66.7        2             1        0         1
            positive       50.0  100.0  66.7        1             0        0         1
            macro-F1 66.7, macro-recall 75.0, accuracy 66.7
            """);
    assertThat(complained()).isEmpty();
  }

  @Test
  void scoresOnWhatAModelWasTrainedOnSayNothingWhichIsSaid() {
    lake("train", "sentiment", texts.toString(), "--output", model.toString());
    complained();

    String file = texts.resolve("en.tsv").toString();
    assertThat(lake("train", "--evaluate", file, "--model", model.toString())).isZero();

    assertThat(complained()).startsWith("the model was trained on this very file");
  }

  @Test
  void whatIsWrongIsNamed() throws Exception {
    Path bad = Files.writeString(folder.resolve("en.tsv"), "0\ta\nsad\tb\n");
    Path japanese = Files.writeString(folder.resolve("ja.tsv"), "0\ta\n");
    assertThat(lake("train", "--evaluate", bad.toString())).isEqualTo(1);
    assertThat(lake("train", "--evaluate", japanese.toString())).isEqualTo(1);
    assertThat(lake("train", "topics", folder.resolve("none").toString())).isEqualTo(1);
    assertThat(lake("train", "topics", bad.toString())).isEqualTo(1);
    String nowhere = folder.resolve("none/my.model").toString();
    assertThat(lake("train", "topics", texts.toString(), "--output", nowhere)).isEqualTo(1);

    assertThat(complained().lines())
        .containsExactly(
            "error: en.tsv, line 2: sad is none of negative, neutral, positive",
            "error: the model does not know the language ja, only ar, de, en, es, fr, hi, it, pt",
            "error: cannot read " + folder.resolve("none") + ": it does not exist",
            "error: cannot read " + bad + ": it is no folder",
            "error: cannot write " + nowhere + ": its folder does not exist");
  }

  @Test
  void wrongUsageIsTwo() {
    assertThat(lake("train")).isEqualTo(2);
    assertThat(complained()).startsWith("error: name sentiment or topics, and a folder\n");
    assertThat(lake("train", "mood", "x")).isEqualTo(2);
    assertThat(complained()).contains("mood", "TOPICS");
    assertThat(lake("train", "topics", "x", "--evaluate", "y")).isEqualTo(2);
    assertThat(lake("train", "topics", "x", "--lang", "y")).isEqualTo(2);
  }

  private int lake(String... words) {
    return LakeMain.execute(Terminal.to(out, err, null), words);
  }

  private String said() {
    String text = out.toString(StandardCharsets.UTF_8);
    out.reset();
    return text;
  }

  private String complained() {
    String text = err.toString(StandardCharsets.UTF_8);
    err.reset();
    return text;
  }
}
