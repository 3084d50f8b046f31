package dev.fedbytweets.models;

import java.util.Optional;
import java.util.ServiceLoader;

/// What a language model makes of a text: a vector of length 1, near those of texts that say
/// something similar. Implementations are found by [ServiceLoader]; this module has none. Any
/// number of threads may use one.
public interface SentenceEmbedding {

  /// The language model's name; models that were trained with it ask for it by this.
  String name();

  /// The vector of a text; equal texts have equal ones on the same kind of processor. Loads what
  /// is needed with the first text.
  ///
  /// @throws IllegalStateException if the language model cannot be loaded or run
  float[] of(String text);

  /// The one with a name.
  ///
  /// @return nothing if it does not lie beside the program
  static Optional<SentenceEmbedding> named(String name) {
    for (SentenceEmbedding embedding : ServiceLoader.load(SentenceEmbedding.class)) {
      if (embedding.name().equals(name)) {
        return Optional.of(embedding);
      }
    }
    return Optional.empty();
  }
}
