package dev.fedbytweets.models;

import java.util.List;

/// What a model knows of one language.
///
/// @param language its code, such as `pt`
/// @param table which of the model's tables holds its weights
/// @param bias what is added to the sum of each class
/// @param steepness what sums are multiplied by before they become probabilities
/// @param confusion how examples of this language were labelled by models that were trained without
///     them
public record ModelLanguage(
    String language, int table, List<Double> bias, double steepness, ConfusionMatrix confusion) {

  /// Keeps a copy of the list.
  public ModelLanguage {
    bias = List.copyOf(bias);
  }
}
