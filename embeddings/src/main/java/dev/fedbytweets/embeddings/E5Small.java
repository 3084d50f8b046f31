package dev.fedbytweets.embeddings;

/// E5-small-v2 (Wang and others 2022, "Text Embeddings by Weakly-Supervised Contrastive
/// Pre-training") in eight bits: English, 12 layers, vectors of 384 numbers.
public final class E5Small extends LazyEmbedding {

  /// Loads nothing yet. Its authors ask for the word before each text.
  public E5Small() {
    super("e5-small-v2-q", "query: ");
  }
}
