package dev.fedbytweets.models.training;

import dev.fedbytweets.models.ConfusionMatrix;
import dev.fedbytweets.models.EmbeddingWeights;
import dev.fedbytweets.models.ModelFile;
import dev.fedbytweets.models.ModelLanguage;
import dev.fedbytweets.models.WeightTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Makes a model of examples. A language with many examples has a table of its own. The others
/// share one, in which each feature counts for all of them and for its language, and learn from
/// as many examples of the rich language as help.
public final class Trainer {

  /// From how many examples on a language needs no others.
  private static final int RICH = 10_000;

  /// How many examples of each class of a rich language the others learn from.
  private static final int LENT = 1_600;

  private static final float[] NO_VECTOR = {};

  private final String name;
  private final List<String> classes;
  private final TrainingSettings settings;
  private final TextVectors vectors;

  /// @param name what the model tells of a text
  /// @param vectors of all texts, if the settings name sentence embeddings
  public Trainer(
      String name, List<String> classes, TrainingSettings settings, TextVectors vectors) {
    this.name = name;
    this.classes = List.copyOf(classes);
    this.settings = settings;
    this.vectors = vectors;
  }

  /// A model that is not measured: with confusion matrices without examples, without threshold, and
  /// with sums as they are for probabilities.
  public ModelFile train(List<LabelledText> examples) {
    Map<String, List<LabelledText>> byLanguage = new TreeMap<>();
    for (LabelledText example : examples) {
      byLanguage.computeIfAbsent(example.language(), key -> new ArrayList<>()).add(example);
    }
    List<LinearTraining.Weights> solved = new ArrayList<>();
    List<WeightTable> tables = new ArrayList<>();
    List<ModelLanguage> languages = new ArrayList<>();
    List<String> poor = new ArrayList<>();
    List<LabelledText> shared = new ArrayList<>();
    for (Map.Entry<String, List<LabelledText>> entry : byLanguage.entrySet()) {
      if (entry.getValue().size() >= RICH) {
        addTable(
            List.of(entry.getKey()), entry.getValue(), settings.rich(), tables, languages, solved);
        shared.addAll(lent(entry.getValue()));
      } else {
        poor.add(entry.getKey());
        shared.addAll(entry.getValue());
      }
    }
    if (!poor.isEmpty()) {
      addTable(poor, shared, settings.shared(), tables, languages, solved);
    }
    languages.sort((a, b) -> a.language().compareTo(b.language()));
    return new ModelFile(name, classes, 0, tables, embedded(solved), languages, List.of());
  }

  private void addTable(
      List<String> of,
      List<LabelledText> examples,
      TrainingSettings.Table table,
      List<WeightTable> tables,
      List<ModelLanguage> languages,
      List<LinearTraining.Weights> solved) {
    boolean byLanguage = of.size() > 1;
    List<SparseRow> rows = new ArrayList<>();
    for (LabelledText example : examples) {
      rows.add(SparseRow.of(example, table.places(), byLanguage, vectorOf(example)));
    }
    int[] labels = examples.stream().mapToInt(LabelledText::label).toArray();
    LinearTraining.Weights weights =
        LinearTraining.train(rows, labels, classes.size(), table, settings.seed());
    solved.add(weights);
    for (String language : of) {
      ConfusionMatrix unknown = new ConfusionMatrix(classes);
      languages.add(new ModelLanguage(language, tables.size(), weights.bias(), 1, unknown));
    }
    tables.add(WeightTable.of(weights.ofPlaces(), byLanguage));
  }

  /// The text's embedding times the scale that it counts with.
  private float[] vectorOf(LabelledText example) {
    float[] vector = vectors.of(example.text());
    TrainingSettings.Embedding embedding = settings.embedding();
    if (vector == null || embedding == null) {
      return NO_VECTOR;
    }
    float[] scaled = vector.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= (float) embedding.scale();
    }
    return scaled;
  }

  /// Who reads embeddings knows one language, and so has one table. The scale becomes part of the
  /// weights.
  private @Nullable EmbeddingWeights embedded(List<LinearTraining.Weights> solved) {
    TrainingSettings.Embedding embedding = settings.embedding();
    if (embedding == null) {
      return null;
    }
    float[][] weights = solved.getFirst().ofVector();
    for (float[] ofClass : weights) {
      for (int i = 0; i < ofClass.length; i++) {
        ofClass[i] *= (float) embedding.scale();
      }
    }
    return new EmbeddingWeights(embedding.name(), weights);
  }

  private List<LabelledText> lent(List<LabelledText> examples) {
    List<LabelledText> mixed = new ArrayList<>(examples);
    Collections.shuffle(mixed, new Random(settings.seed()));
    int[] taken = new int[classes.size()];
    return mixed.stream().filter(example -> taken[example.label()]++ < LENT).toList();
  }
}
