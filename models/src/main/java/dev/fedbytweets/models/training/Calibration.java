package dev.fedbytweets.models.training;

import dev.fedbytweets.models.ConfusionMatrix;
import dev.fedbytweets.models.ModelFile;
import dev.fedbytweets.models.ModelLanguage;
import dev.fedbytweets.models.TextClassifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What judgements of examples tell about a model: which mistakes it makes in each language, and
/// what makes its sums probabilities that come true.
final class Calibration {

  private static final double GENTLEST = 0.1;
  private static final double STEEPEST = 20;

  private final List<String> classes;
  private final Map<String, List<Judgement>> byLanguage = new TreeMap<>();

  Calibration(List<String> classes, List<Judgement> judgements) {
    this.classes = List.copyOf(classes);
    for (Judgement judgement : judgements) {
      byLanguage.computeIfAbsent(judgement.language(), key -> new ArrayList<>()).add(judgement);
    }
  }

  /// The model with what was measured.
  ///
  /// @param lost the share of rightly labelled examples that may be given the label
  ///     [TextClassifier#OTHER] instead; 0 if the model has no such label
  /// @param files what it was trained on
  ModelFile of(ModelFile model, double lost, List<LabelledFile> files) {
    List<ModelLanguage> languages = new ArrayList<>();
    List<Double> right = new ArrayList<>();
    for (ModelLanguage language : model.languages()) {
      List<Judgement> judgements = byLanguage.getOrDefault(language.language(), List.of());
      double steepness = steepness(judgements);
      for (Judgement judgement : judgements) {
        if (judgement.likeliest() == judgement.actual()) {
          right.add(judgement.probability(judgement.actual(), steepness));
        }
      }
      languages.add(
          new ModelLanguage(
              language.language(),
              language.table(),
              language.bias(),
              steepness,
              confusion(judgements)));
    }
    right.sort(null);
    double threshold = lost == 0 || right.isEmpty() ? 0 : right.get((int) (lost * right.size()));
    return model.measured(
        threshold, languages, files.stream().map(LabelledFile::sha256).sorted().toList());
  }

  /// How the examples of each language were labelled, if the likeliest class is the label.
  Map<String, ConfusionMatrix> confusions() {
    Map<String, ConfusionMatrix> confusions = new TreeMap<>();
    byLanguage.forEach((code, judgements) -> confusions.put(code, confusion(judgements)));
    return confusions;
  }

  /// How the examples of each language are labelled by a model that was measured by them.
  Map<String, ConfusionMatrix> labelled(ModelFile measured) {
    List<String> labels = new ArrayList<>(classes);
    if (measured.threshold() > 0) {
      labels.add(TextClassifier.OTHER);
    }
    Map<String, ConfusionMatrix> confusions = new TreeMap<>();
    for (ModelLanguage language : measured.languages()) {
      ConfusionMatrix confusion = new ConfusionMatrix(classes, labels);
      for (Judgement judgement : byLanguage.getOrDefault(language.language(), List.of())) {
        int label = judgement.likeliest();
        double probability = judgement.probability(label, language.steepness());
        boolean likely = probability >= measured.threshold();
        confusion.add(judgement.actual(), likely ? label : classes.size(), 1);
      }
      confusions.put(language.language(), confusion);
    }
    return confusions;
  }

  private ConfusionMatrix confusion(List<Judgement> judgements) {
    ConfusionMatrix confusion = new ConfusionMatrix(classes);
    for (Judgement judgement : judgements) {
      confusion.add(judgement.actual(), judgement.likeliest(), 1);
    }
    return confusion;
  }

  /// The number by which probabilities are the least surprised: by golden section, to a hundredth.
  private static double steepness(List<Judgement> judgements) {
    double low = StrictMath.log(GENTLEST);
    double high = StrictMath.log(STEEPEST);
    double cut = (Math.sqrt(5) - 1) / 2;
    while (high - low > 0.005) {
      double left = high - cut * (high - low);
      double right = low + cut * (high - low);
      if (surprise(judgements, StrictMath.exp(left))
          <= surprise(judgements, StrictMath.exp(right))) {
        high = right;
      } else {
        low = left;
      }
    }
    return Math.round(100 * StrictMath.exp((low + high) / 2)) / 100.0;
  }

  private static double surprise(List<Judgement> judgements, double steepness) {
    double sum = 0;
    for (Judgement judgement : judgements) {
      double probability = judgement.probability(judgement.actual(), steepness);
      sum -= StrictMath.log(Math.max(1e-12, probability));
    }
    return sum;
  }
}
