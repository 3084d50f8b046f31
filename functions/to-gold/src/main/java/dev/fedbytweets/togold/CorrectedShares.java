package dev.fedbytweets.togold;

import dev.fedbytweets.models.Share;
import dev.fedbytweets.models.ShareEstimator;
import dev.fedbytweets.models.TextClassifier;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The shares of negative, neutral and positive posts, without the errors that a model usually
/// makes.
final class CorrectedShares {

  private final TextClassifier model;
  private final ShareEstimator estimator;

  CorrectedShares(TextClassifier model) {
    this.model = model;
    this.estimator = model.shareEstimator().orElseThrow();
  }

  /// @param lang of the posts, as X names it
  /// @param counts how many posts have each of the model's classes, in their order
  /// @return one for each class; none if no post is counted, or the model was not trained on their
  ///     language
  List<Share> of(String lang, List<Long> counts) {
    Map<String, Long> byLabel = new TreeMap<>();
    for (int index = 0; index < counts.size(); index++) {
      byLabel.put(model.classes().get(index), counts.get(index));
    }
    return model
        .trainedLanguage(lang)
        .map(trained -> estimator.estimate(Map.of(trained, byLabel)))
        .orElse(List.of());
  }
}
