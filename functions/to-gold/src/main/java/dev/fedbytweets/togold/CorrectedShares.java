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

  /// @param lang of the posts, one that the model was trained on
  /// @param counts how many posts have each of the model's classes, in their order
  /// @return one for each class; none if no post is counted
  List<Share> of(String lang, List<Long> counts) {
    Map<String, Long> byLabel = new TreeMap<>();
    for (int index = 0; index < counts.size(); index++) {
      byLabel.put(model.classes().get(index), counts.get(index));
    }
    return estimator.estimate(Map.of(trained(lang), byLabel));
  }

  /// The language that the model was trained on, without a region.
  private String trained(String lang) {
    int region = lang.indexOf('-');
    return model.languages().contains(lang) || region < 0 ? lang : lang.substring(0, region);
  }
}
