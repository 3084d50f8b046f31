package dev.fedbytweets.embeddings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.models.Classification;
import dev.fedbytweets.models.TextClassifier;
import dev.fedbytweets.models.training.ModelCard;
import dev.fedbytweets.models.training.TrainedModel;
import dev.fedbytweets.models.training.TrainingSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The models that read sentence embeddings, as they come with the program.
class ShippedEmbeddingModelsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sentiment | en    | What a wonderful morning, thank you!    | positive
          sentiment | en-GB | The train is late again and I am fed up | negative
          sentiment | pt    | que dia lindo, amei                     | positive
          topics    | en    | Which novel did you read twice?         | book
          topics    | en    | What do you cook when you are broke?    | food
          """)
  void textsAreLabelled(String name, String lang, String text, String label) {
    TextClassifier model =
        name.equals("topics")
            ? TextClassifier.topicsWithEmbeddings()
            : TextClassifier.sentimentWithEmbeddings();

    assertThat(model.classify(text, lang)).map(Classification::label).hasValue(label);
  }

  @Test
  void whatHasNoTextOrAnUnknownLanguageIsNotScored() {
    TextClassifier model = TextClassifier.sentimentWithEmbeddings();

    assertThat(model.classify(" \t", "en")).isEmpty();
    assertThat(model.classify("hyvää huomenta", "fi")).isEmpty();
  }

  @Test
  void itsHashAndMistakesAreItsOwn() {
    TextClassifier plain = TextClassifier.sentiment();
    TextClassifier model = TextClassifier.sentimentWithEmbeddings();

    assertThat(model.hash()).hasSize(64).isNotEqualTo(plain.hash());
    assertThat(model.languages()).containsExactlyInAnyOrderElementsOf(plain.languages());
    assertThat(model.confusion("en").orElseThrow().macroRecall())
        .isGreaterThan(plain.confusion("en").orElseThrow().macroRecall() + 0.02);
    assertThat(model.confusion("pt").orElseThrow().macroRecall())
        .isEqualTo(plain.confusion("pt").orElseThrow().macroRecall());
    assertThat(model.shareEstimator()).isPresent();
  }

  @Test
  void someScorePostsAreLabelledInASecond() {
    TextClassifier model = TextClassifier.sentimentWithEmbeddings();
    List<String> texts = List.of("@user I can't believe how lovely this morning is!! http #tea");
    model.load();
    long start = System.nanoTime();
    for (int i = 0; i < 100; i++) {
      assertThat(model.classify(texts.getFirst() + i, "en")).isPresent();
    }

    // On a machine that does nothing else it takes half a second.
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  /// Run with the folder of the training data, on the kind of processor that the cards name.
  /// Sentiment, which takes a quarter of an hour, is trained anew with `./lake train`.
  @ParameterizedTest
  @ValueSource(strings = "topics")
  @EnabledIfEnvironmentVariable(named = "FBT_LABELS", matches = ".+")
  void trainingOnTheSameDataGivesTheShippedFileAndCard(String name) throws Exception {
    Path folder = Path.of(System.getenv("FBT_LABELS"), name);

    TrainedModel trained =
        TrainedModel.of(name, folder, TrainingSettings.topicsWithEmbeddings(1), part -> {});

    assertThat(trained.model().toBytes()).isEqualTo(shipped(name));
    assertThat(ModelCard.of(trained))
        .isEqualTo(Files.readString(Path.of("../models/cards", name + "-embeddings.md")));
  }

  private static byte[] shipped(String name) throws IOException {
    try (InputStream in = TextClassifier.class.getResourceAsStream(name + "-embeddings.model")) {
      assertThat(in).isNotNull();
      return in.readAllBytes();
    }
  }
}
