package dev.fedbytweets.models.training;

import dev.fedbytweets.models.ConfusionMatrix;
import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/// A score of a model, and where it would be in 95 of 100 sets of as many other examples.
///
/// @param score the score, 0 to 1
/// @param low where the interval begins
/// @param high where it ends
record ScoreInterval(double score, double low, double high) {

  private static final int RESAMPLES = 500;

  /// By drawing as many examples as there are, again and again, from those that there are.
  static ScoreInterval of(
      ConfusionMatrix confusion, ToDoubleFunction<ConfusionMatrix> score, long seed) {
    int labels = confusion.labels().size();
    int cells = confusion.classes().size() * labels;
    int[] cellOfExample = new int[(int) confusion.total()];
    int next = 0;
    for (int cell = 0; cell < cells; cell++) {
      int count = (int) confusion.count(cell / labels, cell % labels);
      Arrays.fill(cellOfExample, next, next + count, cell);
      next += count;
    }
    double value = score.applyAsDouble(confusion);
    if (next == 0) {
      return new ScoreInterval(value, 0, 1);
    }
    Random random = new Random(seed);
    double[] scores = new double[RESAMPLES];
    for (int resample = 0; resample < RESAMPLES; resample++) {
      long[] counts = new long[cells];
      for (int i = 0; i < next; i++) {
        counts[cellOfExample[random.nextInt(next)]]++;
      }
      ConfusionMatrix drawn = new ConfusionMatrix(confusion.classes(), confusion.labels());
      for (int cell = 0; cell < cells; cell++) {
        drawn.add(cell / labels, cell % labels, counts[cell]);
      }
      scores[resample] = score.applyAsDouble(drawn);
    }
    Arrays.sort(scores);
    int outside = RESAMPLES / 40;
    return new ScoreInterval(value, scores[outside], scores[RESAMPLES - 1 - outside]);
  }
}
