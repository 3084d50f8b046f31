package dev.fedbytweets.models;

import java.util.List;

/// What a model says about a text.
///
/// @param label the label: the most likely class, or [TextClassifier#OTHER] if the model knows that
///     and no class is likely enough
/// @param probability the probability of the most likely class, 0 to 1
/// @param probabilities the probability of each class, in the order of [TextClassifier#classes()];
///     their sum is 1
public record Classification(String label, double probability, List<Double> probabilities) {

  /// Keeps a copy of the list.
  public Classification {
    probabilities = List.copyOf(probabilities);
  }
}
