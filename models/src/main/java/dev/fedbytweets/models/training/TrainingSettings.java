package dev.fedbytweets.models.training;

import dev.fedbytweets.models.SentenceEmbedding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a training depends on beside the texts.
///
/// @param classes the classes; none if the examples say which there are
/// @param seed where what is by chance begins
/// @param rich how the table of a language with many examples is made
/// @param shared how the table of all other languages is made
/// @param lost how many of the rightly labelled examples may get the label `other` instead, 0 to 1;
///     0 if the model has no such label
/// @param embedding the sentence embeddings that the model reads; null if it reads none
public record TrainingSettings(
    List<String> classes,
    long seed,
    Table rich,
    Table shared,
    double lost,
    @Nullable Embedding embedding) {

  private static final String ENGLISH = "en";

  /// How a table of weights is made.
  ///
  /// @param places how many places it has
  /// @param cost what a wrong example costs, against large weights: LIBLINEAR's C
  public record Table(int places, double cost) {}

  /// How sentence embeddings are read.
  ///
  /// @param name the name of the [SentenceEmbedding]
  /// @param language the language that it is made for; only texts of this are trained on
  /// @param scale what a vector is multiplied by beside the other features, which have length 1
  public record Embedding(String name, String language, double scale) {}

  /// Keeps a copy of the list.
  public TrainingSettings {
    classes = List.copyOf(classes);
  }

  /// What the model of sentiment is trained with.
  public static TrainingSettings sentiment(long seed) {
    Table rich = new Table(600_000, 2);
    Table shared = new Table(1_850_000, 1);
    return new TrainingSettings(LabelledTexts.SENTIMENT, seed, rich, shared, 0, null);
  }

  /// What the model of topics is trained with.
  public static TrainingSettings topics(long seed) {
    Table table = new Table(100_000, 1);
    return new TrainingSettings(List.of(), seed, table, table, 0.02, null);
  }

  /// What the model of sentiment that reads sentence embeddings is trained with.
  public static TrainingSettings sentimentWithEmbeddings(long seed) {
    Table table = new Table(600_000, 1);
    return new TrainingSettings(
        LabelledTexts.SENTIMENT, seed, table, table, 0, new Embedding("e5-small-v2-q", ENGLISH, 2));
  }

  /// What the model of topics that reads sentence embeddings is trained with.
  public static TrainingSettings topicsWithEmbeddings(long seed) {
    Table table = new Table(100_000, 4);
    return new TrainingSettings(
        List.of(), seed, table, table, 0.005, new Embedding("all-minilm-l6-v2-q", ENGLISH, 1));
  }
}
