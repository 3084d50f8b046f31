package dev.fedbytweets.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextClassifierTest {

  private static final TextClassifier SENTIMENT = TextClassifier.sentiment();
  private static final TextClassifier TOPICS = TextClassifier.topics();

  @ParameterizedTest
  @CsvSource({
    "en, positive, 'What a lovely morning, I love this so much!! :)'",
    "en, negative, 'Worst service ever. I hate waiting, so angry :('",
    "pt, positive, 'Que lindo! Amei demais, maravilhoso ❤'",
    "pt, negative, 'Que vergonha, programa horrível, ridículo'",
    "es, negative, 'Qué asco de día, estoy muy triste'",
    "fr, positive, 'Bravo, quelle belle initiative, merci !'",
    "de, positive, 'Danke, das ist so schön :)'",
    "it, negative, 'Che schifo, governo di ladri'",
  })
  void plainFeelingsAreTold(String language, String label, String text) {
    assertThat(SENTIMENT.classify(text, language))
        .hasValueSatisfying(found -> assertThat(found.label()).isEqualTo(label));
  }

  @ParameterizedTest
  @CsvSource({
    "food, What is the best meal that you can cook in ten minutes?",
    "music, Which song and which band do you listen to every day?",
    "money, How do you save money when your salary is low?",
  })
  void plainTopicsAreTold(String label, String text) {
    assertThat(TOPICS.classify(text, "en"))
        .hasValueSatisfying(found -> assertThat(found.label()).isEqualTo(label));
  }

  @Test
  void probabilitiesAreOfAllClassesAndTheLabelHasTheGreatest() {
    Classification found = SENTIMENT.classify("I love it", "en").orElseThrow();

    assertThat(found.probabilities()).hasSize(3).allMatch(value -> value > 0 && value < 1);
    assertThat(found.probabilities().stream().mapToDouble(value -> value).sum())
        .isCloseTo(1, org.assertj.core.data.Offset.offset(1e-9));
    assertThat(found.probability())
        .isEqualTo(found.probabilities().stream().mapToDouble(value -> value).max().orElseThrow());
    assertThat(SENTIMENT.classes().get(found.probabilities().indexOf(found.probability())))
        .isEqualTo(found.label());
  }

  @ParameterizedTest
  @ValueSource(strings = {"und", "ja", "", "qme", "e", "-"})
  void aLanguageThatTheModelWasNotTrainedOnIsNotScored(String language) {
    assertThat(SENTIMENT.classify("I love it", language)).isEmpty();
  }

  @Test
  void anUnknownLanguageIsNotScored() {
    assertThat(SENTIMENT.classify("I love it", null)).isEmpty();
  }

  @Test
  void aRegionIsItsLanguage() {
    Optional<Classification> plain = SENTIMENT.classify("Amei demais", "pt");

    assertThat(SENTIMENT.classify("Amei demais", "pt-BR")).isEqualTo(plain).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n", "\u200B\uFE0F"})
  void aBlankTextIsNotScored(String text) {
    assertThat(SENTIMENT.classify(text, "en")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uD800", "a\uDC00b", "😀", "@", "#", "&", "http", "x", ":", "\uE000x"})
  void anyTextCanBeRead(String text) {
    assertThat(SENTIMENT.classify(text, "en")).isPresent();
  }

  @Test
  void whoIsMentionedAndWhatIsLinkedMakeNoDifference() {
    assertThat(SENTIMENT.classify("@ann thank you https://example.org/a?b=c", "en"))
        .isEqualTo(SENTIMENT.classify("@bob_2 THANK you http", "en"))
        .isPresent();
  }

  @Test
  void theShippedModelsSayWhatTheyAre() {
    assertThat(SENTIMENT.name()).isEqualTo("sentiment");
    assertThat(SENTIMENT.labels()).containsExactly("negative", "neutral", "positive");
    assertThat(SENTIMENT.languages())
        .containsExactly("ar", "de", "en", "es", "fr", "hi", "it", "pt");
    assertThat(TOPICS.name()).isEqualTo("topics");
    assertThat(TOPICS.languages()).containsExactly("en");
    assertThat(TOPICS.classes()).hasSize(14);
    assertThat(List.of(SENTIMENT.hash(), TOPICS.hash())).allMatch(hash -> hash.length() == 64);
  }

  @Test
  void whatIsNoModelIsRefused() {
    byte[] text = "a text and no model".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> TextClassifier.read(new ByteArrayInputStream(text)))
        .isInstanceOf(IOException.class)
        .hasMessage("This is no model: it does not begin as one");
    assertThatThrownBy(() -> TextClassifier.read(new ByteArrayInputStream(new byte[0])))
        .isInstanceOf(IOException.class)
        .hasMessage("This is no model: it ends too early");
  }

  @Test
  void withoutEmbeddingsWhatWasMeasuredIsKnownAndNothingIsLabelledByGuessing() {
    TextClassifier model = TextClassifier.sentimentWithEmbeddings();

    assertThat(model.confusion("en")).isPresent();
    assertThat(model.classify("que dia lindo", "pt")).isPresent();
    assertThat(model.readsEmbeddings("en")).isTrue();
    assertThat(model.readsEmbeddings("pt")).isFalse();
    assertThatThrownBy(model::load)
        .isInstanceOf(MissingEmbeddingException.class)
        .hasMessage("the sentence embeddings e5-small-v2-q are not beside the program");
    assertThatThrownBy(() -> model.classify("a lovely day", "en"))
        .isInstanceOf(MissingEmbeddingException.class);
  }
}
