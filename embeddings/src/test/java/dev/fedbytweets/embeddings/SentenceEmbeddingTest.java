package dev.fedbytweets.embeddings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fedbytweets.models.SentenceEmbedding;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceEmbeddingTest {

  /// The shipped models were trained with exactly these: with others, train them anew.
  @ParameterizedTest
  @CsvSource({
    "all-minilm-l6-v2-q, afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1",
    "e5-small-v2-q, 7d9092cb25f2bd1c023b7e8d2aa459044a02030ac880e5a59fdaf27af69f1ded"
  })
  void theLanguageModelsAreThoseOfTheShippedModels(String name, String sha256) throws Exception {
    try (InputStream model = getClass().getResourceAsStream("/" + name + ".onnx")) {
      assertThat(model).isNotNull();
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(model.readAllBytes());
      assertThat(HexFormat.of().formatHex(hash)).isEqualTo(sha256);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"all-minilm-l6-v2-q", "e5-small-v2-q"})
  void textsThatSaySomethingSimilarAreNear(String name) {
    SentenceEmbedding embedding = SentenceEmbedding.named(name).orElseThrow();

    float[] film = embedding.of("That film was wonderful.");

    assertThat(film).hasSize(384);
    assertThat(product(film, film)).isCloseTo(1, within(0.01));
    assertThat(product(film, embedding.of("I loved this movie")))
        .isGreaterThan(product(film, embedding.of("The train to Porto leaves at nine")));
  }

  @Test
  void mentionsAndLinksAreAllOne() {
    SentenceEmbedding embedding = SentenceEmbedding.named("all-minilm-l6-v2-q").orElseThrow();

    assertThat(embedding.of("@anna look https://t.co/abc?d=e"))
        .isEqualTo(embedding.of("@bert_2 look http"));
  }

  @Test
  void whatStandsBesideATextOrReadsAtTheSameTimeDoesNotMatter() {
    SentenceEmbedding embedding = SentenceEmbedding.named("all-minilm-l6-v2-q").orElseThrow();
    List<String> texts = List.of("", " ", "\u0000", "😀", "ok", "long ".repeat(5000));
    List<float[]> alone = texts.stream().map(embedding::of).toList();

    List<float[]> together = texts.parallelStream().map(embedding::of).toList();

    for (int i = 0; i < texts.size(); i++) {
      assertThat(together.get(i)).isEqualTo(alone.get(i));
    }
  }

  @Test
  void anUnknownOneIsNone() {
    assertThat(SentenceEmbedding.named("e5-large")).isEmpty();
  }

  private static double product(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * (double) b[i];
    }
    return sum;
  }
}
