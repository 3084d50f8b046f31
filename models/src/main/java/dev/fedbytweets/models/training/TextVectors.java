package dev.fedbytweets.models.training;

import dev.fedbytweets.models.SentenceEmbedding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The sentence embeddings of the texts of a training, each made once.
public final class TextVectors {

  /// Without embeddings: no text has a vector.
  public static final TextVectors NONE = new TextVectors(Map.of());

  private static final int TOLD_EACH = 10_000;

  private final Map<String, float[]> vectors;

  private TextVectors(Map<String, float[]> vectors) {
    this.vectors = vectors;
  }

  /// Makes those of all examples, on all processors, which takes a second for some hundreds.
  ///
  /// @param progress is told now and then how many are made
  static TextVectors of(
      List<LabelledText> examples, SentenceEmbedding embedding, Consumer<String> progress) {
    List<String> texts = examples.stream().map(LabelledText::text).distinct().toList();
    Map<String, float[]> vectors = new HashMap<>();
    for (int from = 0; from < texts.size(); from += TOLD_EACH) {
      progress.accept("embedding texts: %,d of %,d".formatted(from, texts.size()));
      List<String> some = texts.subList(from, Math.min(texts.size(), from + TOLD_EACH));
      List<float[]> made = some.parallelStream().map(embedding::of).toList();
      for (int i = 0; i < some.size(); i++) {
        vectors.put(some.get(i), made.get(i));
      }
    }
    return new TextVectors(vectors);
  }

  /// The vector of a text, which must not be changed.
  ///
  /// @return null without embeddings
  float @Nullable [] of(String text) {
    return vectors.get(text);
  }
}
