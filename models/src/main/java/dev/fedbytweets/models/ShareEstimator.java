package dev.fedbytweets.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Corrects the shares of labels among many texts. A model takes some texts of one class for
/// another, so that counted labels have more of the rarer classes than there is. How often it does
/// so is known from texts whose class is known, and some shares explain the counts best.
///
/// Counts and confusion might have come out otherwise. So these shares are sought for many counts
/// and confusions that are as probable: the estimate is their mean, the interval where nine in ten
/// of them lie. Where a model knows little, the interval is wide. It does not know how unlike texts
/// are to those that the model was trained on. The same counts give the same answer; any number of
/// threads may ask.
public final class ShareEstimator {

  private static final int REPEATS = 400;
  private static final double OUTSIDE = 0.05;
  private static final int MOST_STEPS = 2_000;
  private static final double STILL = 1e-7;
  private static final long SEED = 20_260_101;

  /// Counted beside each count, as none is impossible.
  private static final double UNSEEN = 0.5;

  private final List<String> classes;
  private final Map<String, ConfusionMatrix> confusions;

  /// @param classes the classes
  /// @param confusions how examples of each language were labelled
  public ShareEstimator(List<String> classes, Map<String, ConfusionMatrix> confusions) {
    this.classes = List.copyOf(classes);
    this.confusions = Map.copyOf(confusions);
  }

  /// The shares of all classes among labelled texts, in the order of the classes; they sum to 1.
  ///
  /// @param counts for each language how many texts have each label; of one language or of several
  /// @return nothing if no text is counted
  /// @throws IllegalArgumentException for a language or label that the model does not know
  public List<Share> estimate(Map<String, ? extends Map<String, Long>> counts) {
    double[] estimate = new double[classes.size()];
    double[][] repeats = new double[classes.size()][REPEATS];
    double texts = 0;
    for (Map.Entry<String, ? extends Map<String, Long>> entry : new TreeMap<>(counts).entrySet()) {
      double[] labelled = labelled(entry.getKey(), entry.getValue());
      double ofLanguage = Arrays.stream(labelled).sum();
      if (ofLanguage > 0) {
        texts += ofLanguage;
        add(estimate, repeats, labelled, entry.getKey());
      }
    }
    return texts == 0 ? List.of() : shares(estimate, repeats, texts);
  }

  private void add(double[] estimate, double[][] repeats, double[] labelled, String language) {
    double[][] confusion = confusion(language);
    double ofLanguage = Arrays.stream(labelled).sum();
    Random random = new Random(SEED);
    for (int repeat = 0; repeat < REPEATS; repeat++) {
      double[][] other = new double[confusion.length][];
      for (int actual = 0; actual < confusion.length; actual++) {
        other[actual] = drawn(confusion[actual], random);
      }
      double[] found = explain(drawn(labelled, random), rates(other));
      for (int label = 0; label < estimate.length; label++) {
        repeats[label][repeat] += ofLanguage * found[label];
        estimate[label] += ofLanguage * found[label] / REPEATS;
      }
    }
  }

  private List<Share> shares(double[] estimate, double[][] repeats, double texts) {
    List<Share> shares = new ArrayList<>();
    for (int label = 0; label < estimate.length; label++) {
      Arrays.sort(repeats[label]);
      int outside = (int) (OUTSIDE * REPEATS);
      double share = Math.min(1, estimate[label] / texts);
      double low = Math.min(share, repeats[label][outside] / texts);
      double high = Math.max(share, repeats[label][REPEATS - 1 - outside] / texts);
      shares.add(new Share(classes.get(label), share, low, Math.min(1, high)));
    }
    return shares;
  }

  private double[] labelled(String language, Map<String, Long> counts) {
    double[] labelled = new double[classes.size()];
    for (Map.Entry<String, Long> entry : counts.entrySet()) {
      int label = classes.indexOf(entry.getKey());
      if (label < 0 || entry.getValue() < 0) {
        throw new IllegalArgumentException(
            "%s texts of %s are labelled %s".formatted(entry.getValue(), language, entry.getKey()));
      }
      labelled[label] = (double) entry.getValue();
    }
    return labelled;
  }

  private double[][] confusion(String language) {
    ConfusionMatrix matrix = confusions.get(language);
    if (matrix == null) {
      throw new IllegalArgumentException("The model does not know the language " + language);
    }
    double[][] confusion = new double[classes.size()][classes.size()];
    for (int actual = 0; actual < confusion.length; actual++) {
      for (int label = 0; label < confusion.length; label++) {
        confusion[actual][label] = (double) matrix.count(actual, label);
      }
    }
    return confusion;
  }

  /// How probable each label is for texts of each class.
  private static double[][] rates(double[][] confusion) {
    double[][] rates = new double[confusion.length][];
    for (int actual = 0; actual < confusion.length; actual++) {
      double sum = Arrays.stream(confusion[actual]).sum();
      rates[actual] = Arrays.stream(confusion[actual]).map(count -> count / sum).toArray();
    }
    return rates;
  }

  /// The shares of classes under which the labels are most probable, by expectation maximisation.
  private static double[] explain(double[] labelled, double[][] rates) {
    double texts = Arrays.stream(labelled).sum();
    double[] shares = new double[rates.length];
    Arrays.fill(shares, 1.0 / rates.length);
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] next = new double[shares.length];
      for (int label = 0; label < labelled.length; label++) {
        double expected = 0;
        for (int actual = 0; actual < shares.length; actual++) {
          expected += shares[actual] * rates[actual][label];
        }
        for (int actual = 0; actual < shares.length; actual++) {
          next[actual] +=
              labelled[label] / texts * shares[actual] * rates[actual][label] / expected;
        }
      }
      double change = 0;
      for (int actual = 0; actual < shares.length; actual++) {
        change = Math.max(change, Math.abs(next[actual] - shares[actual]));
      }
      shares = next;
      if (change < STILL) {
        break;
      }
    }
    return shares;
  }

  /// Counts as they might have come out: of a Dirichlet distribution.
  private static double[] drawn(double[] counts, Random random) {
    double[] drawn = new double[counts.length];
    for (int i = 0; i < counts.length; i++) {
      drawn[i] = gamma(UNSEEN + counts[i], random);
    }
    return drawn;
  }

  /// A number of a gamma distribution (Marsaglia and Tsang 2000).
  private static double gamma(double shape, Random random) {
    if (shape < 1) {
      double less = StrictMath.pow(1 - random.nextDouble(), 1 / shape);
      return Math.max(Double.MIN_NORMAL, gamma(shape + 1, random) * less);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = (1 + c * x) * (1 + c * x) * (1 + c * x);
      double uniform = 1 - random.nextDouble();
      if (v > 0 && StrictMath.log(uniform) < x * x / 2 + d * (1 - v + StrictMath.log(v))) {
        return d * v;
      }
    }
  }
}
