package dev.fedbytweets.embeddings;

/// all-MiniLM-L6-v2 of Sentence Transformers in eight bits: English, 6 layers, vectors of 384
/// numbers.
public final class MiniLm extends LazyEmbedding {

  /// Loads nothing yet.
  public MiniLm() {
    super("all-minilm-l6-v2-q", "");
  }
}
