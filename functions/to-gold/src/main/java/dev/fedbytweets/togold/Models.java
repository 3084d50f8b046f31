package dev.fedbytweets.togold;

import dev.fedbytweets.models.TextClassifier;
import java.util.Objects;

/// The models whose labels are counted.
public record Models(TextClassifier sentiment, TextClassifier topics) {

  public Models {
    Objects.requireNonNull(sentiment, "sentiment");
    Objects.requireNonNull(topics, "topics");
  }

  /// Those that come with this version.
  public static Models shipped() {
    return new Models(TextClassifier.sentiment(), TextClassifier.topics());
  }

  /// Those that come with this version and read sentence embeddings. Counting needs no embedding.
  public static Models withEmbeddings() {
    return new Models(
        TextClassifier.sentimentWithEmbeddings(), TextClassifier.topicsWithEmbeddings());
  }
}
