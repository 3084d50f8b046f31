package dev.fedbytweets.models.training;

import java.util.List;

/// What a model said of an example that it was not trained on.
///
/// @param language the example's language
/// @param actual the index of its class
/// @param sums the model's sum for each class, biases included
record Judgement(String language, int actual, List<Double> sums) {

  /// Keeps a copy of the list.
  Judgement {
    sums = List.copyOf(sums);
  }

  /// The index of the class with the greatest sum.
  int likeliest() {
    int best = 0;
    for (int label = 1; label < sums.size(); label++) {
      best = sums.get(label) > sums.get(best) ? label : best;
    }
    return best;
  }

  /// How probable a class is if sums are multiplied by a number first.
  double probability(int label, double steepness) {
    double greatest = sums.get(likeliest());
    double total = 0;
    for (double sum : sums) {
      total += StrictMath.exp(steepness * (sum - greatest));
    }
    return StrictMath.exp(steepness * (sums.get(label) - greatest)) / total;
  }
}
