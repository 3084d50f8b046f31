package dev.fedbytweets.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fedbytweets.models.ConfusionMatrix;
import dev.fedbytweets.models.ModelFile;
import dev.fedbytweets.models.TextClassifier;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Training on made-up texts, whose feelings are easy to tell.
class TrainedModelTest {

  private static final TrainingSettings.Table TABLE = new TrainingSettings.Table(10_000, 1);
  private static final TrainingSettings SMALL =
      new TrainingSettings(LabelledTexts.SENTIMENT, 1, TABLE, TABLE, 0, null);

  @TempDir private Path folder;

  @Test
  void theSameTextsAndSeedGiveTheSameBytesAndCard() throws Exception {
    MadeUpTexts.folder(folder);

    TrainedModel first = train(SMALL);
    TrainedModel second = train(SMALL);

    assertThat(second.model().toBytes()).isEqualTo(first.model().toBytes());
    assertThat(ModelCard.of(second)).isEqualTo(ModelCard.of(first));
  }

  @Test
  void whatCanBeToldIsLearntInEachLanguageAndMeasured() throws Exception {
    MadeUpTexts.folder(folder);

    TrainedModel trained = train(SMALL);

    assertThat(trained.confusions()).containsOnlyKeys("en", "pt");
    assertThat(trained.confusions().values())
        .allMatch(confusion -> confusion.macroF1() > 0.95 && confusion.macroRecall() > 0.95);
    assertThat(trained.confusions())
        .hasEntrySatisfying("en", confusion -> assertThat(confusion.total()).isEqualTo(300));
    assertThat(trained.keptApart()).containsOnlyKeys("en");
    assertThat(trained.keptApart())
        .hasEntrySatisfying("en", confusion -> assertThat(confusion.total()).isEqualTo(60));
    TextClassifier model = read(trained.model());
    assertThat(model.languages()).containsExactly("en", "pt");
    assertThat(model.classify("tea great rain", "en"))
        .hasValueSatisfying(found -> assertThat(found.label()).isEqualTo("positive"))
        .hasValueSatisfying(found -> assertThat(found.probability()).isGreaterThan(0.8));
    assertThat(model.classify("dia triste", "pt"))
        .hasValueSatisfying(found -> assertThat(found.label()).isEqualTo("negative"));
  }

  @Test
  void aModelIsTheSameAfterItsFile() throws Exception {
    MadeUpTexts.folder(folder);
    ModelFile model = train(SMALL).model();

    assertThat(ModelFile.of(model.toBytes()).toBytes()).isEqualTo(model.toBytes());
  }

  @Test
  void aModelKnowsTheFilesThatItWasTrainedOn() throws Exception {
    MadeUpTexts.folder(folder);
    TextClassifier model = read(train(SMALL).model());
    byte[] file = Files.readAllBytes(folder.resolve("more/pt.tsv"));

    assertThat(model.wasTrainedOn(LabelledTexts.sha256(file))).isTrue();
    assertThat(model.wasTrainedOn(LabelledTexts.sha256(new byte[1]))).isFalse();
  }

  @Test
  void textsThatAreUnlikeAllTopicsAreOther() throws Exception {
    MadeUpTexts.folder(folder);
    TrainingSettings topics = new TrainingSettings(List.of(), 1, TABLE, TABLE, 0.02, null);

    TrainedModel trained = train(topics);

    TextClassifier model = read(trained.model());
    assertThat(model.classes()).containsExactly("0", "1", "2");
    assertThat(model.labels()).containsExactly("0", "1", "2", TextClassifier.OTHER);
    assertThat(model.classify("xylophone quartz", "en"))
        .hasValueSatisfying(found -> assertThat(found.label()).isEqualTo(TextClassifier.OTHER));
    assertThat(model.shareEstimator()).isEmpty();
    assertThat(ModelCard.of(trained)).contains("| `other` below |").doesNotContain("Shares of");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 good day | pt.tsv, line 4: there is no tab between label and text",
        "3\\tgood day | pt.tsv, line 4: 3 is none of negative, neutral, positive",
        "\\tgood day | pt.tsv, line 4: an empty label is none of negative, neutral, positive",
      })
  void aLineThatIsNoExampleIsNamed(String line, String message) throws Exception {
    Files.writeString(
        folder.resolve("pt.tsv"), "1\ta\n\n2\t \n" + line.replace("\\t", "\t") + "\n");

    assertThatThrownBy(() -> train(SMALL))
        .isInstanceOf(LabelledTextException.class)
        .hasMessage(message);
  }

  @Test
  void tooFewTextsOfAClassAreRefused() throws Exception {
    Files.writeString(folder.resolve("de.tsv"), "0\tschlecht\n".repeat(9) + "1\tso\n".repeat(4));

    assertThatThrownBy(() -> train(SMALL))
        .hasMessage("of de 4 texts are labelled neutral; at least 5 are needed");
  }

  @Test
  void aFolderWithoutTextsIsRefused() throws Exception {
    assertThatThrownBy(() -> train(SMALL)).hasMessage(folder + " holds no .tsv file");
    Files.writeString(folder.resolve("en.tsv"), "\n");
    assertThatThrownBy(() -> train(SMALL)).hasMessage("en.tsv holds no example");
  }

  @ParameterizedTest
  @CsvSource({
    "portuguese.train.tsv, pt",
    "Arabic.tsv, ar",
    "pt.tsv, pt",
    "questions.train.tsv, en",
    "hindi, hi"
  })
  void aFilesNameBeginsWithItsLanguage(String name, String language) {
    assertThat(LabelledTexts.languageOf(Path.of("folder", name))).isEqualTo(language);
  }

  @Test
  void labelsMayBeNumbersOrWordsAndLinesMayEndAsInWindows() throws Exception {
    Path file =
        Files.write(
            folder.resolve("en.tsv"),
            "positive\ta\tb\r\n0\tc\r\n".getBytes(StandardCharsets.UTF_8));

    LabelledTexts texts = LabelledTexts.ofFile(file, "en", LabelledTexts.SENTIMENT);

    assertThat(texts.examples())
        .containsExactly(new LabelledText("en", 2, "a\tb"), new LabelledText("en", 0, "c"));
  }

  @Test
  void aScoreLiesInItsInterval() {
    ConfusionMatrix confusion = new ConfusionMatrix(List.of("a", "b"));
    confusion.add(0, 0, 80);
    confusion.add(0, 1, 20);
    confusion.add(1, 1, 70);
    confusion.add(1, 0, 30);

    ScoreInterval accuracy = ScoreInterval.of(confusion, ConfusionMatrix::accuracy, 1);

    assertThat(accuracy.score()).isEqualTo(0.75);
    assertThat(accuracy.low()).isBetween(0.66, 0.72);
    assertThat(accuracy.high()).isBetween(0.78, 0.84);
    assertThat(confusion.macroRecall()).isEqualTo(0.75);
    assertThat(confusion.precision(0)).isEqualTo(80.0 / 110);
    assertThat(confusion.f1(1)).isCloseTo(140.0 / 190, within(1e-9));
  }

  private TrainedModel train(TrainingSettings settings) throws Exception {
    List<String> progress = new ArrayList<>();
    TrainedModel trained = TrainedModel.of("sentiment", folder, settings, progress::add);
    assertThat(progress).hasSizeGreaterThan(TrainedModel.PARTS);
    return trained;
  }

  private static TextClassifier read(ModelFile model) throws Exception {
    return TextClassifier.read(new ByteArrayInputStream(model.toBytes()));
  }
}
