package dev.fedbytweets.models.training;

import dev.fedbytweets.models.ConfusionMatrix;
import dev.fedbytweets.models.Share;
import dev.fedbytweets.models.ShareEstimator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// How well shares are corrected: one half of the examples is the confusion that is known, and
/// of the other half days are drawn, each with a mix of classes of its own.
///
/// @param counted how far the counted shares are from the truth, on average over classes and days
/// @param corrected how far the corrected shares are
/// @param inside how often the truth lies in the interval
record ShareTrial(double counted, double corrected, double inside) {

  private static final int DAYS = 100;
  private static final int TEXTS = 1_000;

  static ShareTrial of(ConfusionMatrix confusion, long seed) {
    List<String> classes = confusion.classes();
    Random random = new Random(seed);
    ConfusionMatrix known = new ConfusionMatrix(classes);
    List<List<Integer>> labelsOfClass = new ArrayList<>();
    for (int actual = 0; actual < classes.size(); actual++) {
      List<Integer> labels = new ArrayList<>();
      for (int label = 0; label < classes.size(); label++) {
        labels.addAll(Collections.nCopies((int) confusion.count(actual, label), label));
      }
      Collections.shuffle(labels, random);
      int half = labels.size() / 2;
      for (int label : labels.subList(0, half)) {
        known.add(actual, label, 1);
      }
      labelsOfClass.add(labels.subList(half, labels.size()));
    }
    ShareEstimator estimator = new ShareEstimator(classes, Map.of("any", known));
    return days(classes, labelsOfClass, estimator, random);
  }

  private static ShareTrial days(
      List<String> classes,
      List<List<Integer>> labelsOfClass,
      ShareEstimator estimator,
      Random random) {
    double counted = 0;
    double corrected = 0;
    double inside = 0;
    for (int day = 0; day < DAYS; day++) {
      double[] truth = mix(classes.size(), random);
      Map<String, Long> counts = new HashMap<>();
      for (int text = 0; text < TEXTS; text++) {
        List<Integer> labels = labelsOfClass.get(drawn(truth, random));
        counts.merge(classes.get(labels.get(random.nextInt(labels.size()))), 1L, Long::sum);
      }
      List<Share> shares = estimator.estimate(Map.of("any", counts));
      for (int i = 0; i < truth.length; i++) {
        Share share = shares.get(i);
        double found = (double) counts.getOrDefault(classes.get(i), 0L) / TEXTS;
        counted += Math.abs(found - truth[i]);
        corrected += Math.abs(share.share() - truth[i]);
        inside += share.low() <= truth[i] && truth[i] <= share.high() ? 1 : 0;
      }
    }
    double all = (double) DAYS * classes.size();
    return new ShareTrial(counted / all, corrected / all, inside / all);
  }

  /// Any mix of classes is as likely as any other.
  private static double[] mix(int classes, Random random) {
    double[] mix = new double[classes];
    double sum = 0;
    for (int i = 0; i < classes; i++) {
      mix[i] = -StrictMath.log(1 - random.nextDouble());
      sum += mix[i];
    }
    for (int i = 0; i < classes; i++) {
      mix[i] /= sum;
    }
    return mix;
  }

  private static int drawn(double[] mix, Random random) {
    double at = random.nextDouble();
    int drawn = 0;
    while (drawn < mix.length - 1 && at >= mix[drawn]) {
      at -= mix[drawn++];
    }
    return drawn;
  }
}
