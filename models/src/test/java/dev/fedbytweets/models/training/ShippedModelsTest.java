package dev.fedbytweets.models.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.models.TextClassifier;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The models that come with the program: their size, their speed, their cards.
class ShippedModelsTest {

  private static final int MOST_BYTES = 5_000_000;

  @ParameterizedTest
  @ValueSource(strings = {"sentiment", "sentiment-embeddings", "topics", "topics-embeddings"})
  void theCardIsOfTheShippedFile(String name) throws Exception {
    byte[] file = shipped(name);

    assertThat(file).hasSizeLessThanOrEqualTo(MOST_BYTES);
    assertThat(Path.of("cards", name + ".md"))
        .content()
        .contains("| SHA-256 | `" + LabelledTexts.sha256(file) + "` |")
        .contains("## Data", "## Scores", "## Mistakes", "## What it is not for", "## Licences");
  }

  /// Run with the folder of the training data, whose subfolders are named after the models. It
  /// takes some minutes.
  @ParameterizedTest
  @ValueSource(strings = {"topics", "sentiment"})
  @EnabledIfEnvironmentVariable(named = "FBT_LABELS", matches = ".+")
  void trainingOnTheSameDataGivesTheShippedFileAndCard(String name) throws Exception {
    TrainingSettings settings =
        name.equals("topics") ? TrainingSettings.topics(1) : TrainingSettings.sentiment(1);
    Path folder = Path.of(System.getenv("FBT_LABELS"), name);

    TrainedModel trained = TrainedModel.of(name, folder, settings, part -> {});

    assertThat(trained.model().toBytes()).isEqualTo(shipped(name));
    assertThat(ModelCard.of(trained)).isEqualTo(Files.readString(Path.of("cards", name + ".md")));
  }

  @Test
  void tensOfThousandsOfPostsAreLabelledInASecond() {
    TextClassifier model = TextClassifier.sentiment();
    String text =
        "@user I can't believe how lovely this morning is, thank you so much!! http #tea ";
    int posts = 20_000;
    long best = Long.MAX_VALUE;
    for (int round = 0; round < 5; round++) {
      long start = System.nanoTime();
      for (int i = 0; i < posts; i++) {
        assertThat(model.classify(text + i, i % 2 == 0 ? "en" : "pt")).isPresent();
      }
      best = Math.min(best, System.nanoTime() - start);
    }

    // On a machine that does nothing else it is more than three times as fast.
    assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void aModelIsLoadedInATenthOfASecond() throws Exception {
    byte[] file = shipped("sentiment");
    long best = Long.MAX_VALUE;
    for (int round = 0; round < 5; round++) {
      long start = System.nanoTime();
      TextClassifier.read(new ByteArrayInputStream(file));
      best = Math.min(best, System.nanoTime() - start);
    }

    assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(100));
  }

  private static byte[] shipped(String name) throws Exception {
    try (InputStream in = TextClassifier.class.getResourceAsStream(name + ".model")) {
      assertThat(in).isNotNull();
      return in.readAllBytes();
    }
  }
}
