package dev.fedbytweets.togold.page;

import java.util.ArrayList;
import java.util.List;

/// Counts of fewer than five posts are not shown: they would say something about single persons.
final class SmallNumbers {

  /// The smallest count that is shown.
  static final long SHOWN = 5;

  /// What stands in place of a count that is not shown.
  static final long HIDDEN = -1;

  /// What stands in place of a count that would give one away that is not shown.
  static final long WITHHELD = -2;

  private SmallNumbers() {}

  /// A count as it may be shown: 0, at least [#SHOWN], or [#HIDDEN].
  static long of(long posts) {
    return isHidden(posts) ? HIDDEN : posts;
  }

  /// The sum of those counts that are shown; if there are none, what stands in place of the others.
  static long sum(List<Long> counts) {
    long shown = counts.stream().filter(count -> count > 0).mapToLong(Long::longValue).sum();
    return shown == 0 ? counts.stream().mapToLong(Long::longValue).min().orElse(0) : shown;
  }

  /// The sum of cells of which the larger ones are shown, too. What is hidden is only in it if it
  /// is enough together, so that nobody can subtract what is shown and find a small number.
  ///
  /// @param cells the first number of each is its count of posts
  static double[] together(List<double[]> cells) {
    double[] shown = sumOf(cells, false);
    double[] hidden = sumOf(cells, true);
    if (shown.length == 0 || hidden.length == 0) {
      return shown.length == 0 ? hidden : shown;
    }
    return shown[0] > 0 && isHidden(Math.round(hidden[0])) ? shown : add(shown, hidden);
  }

  /// The sums of the first cells: of one, of two, and so on, as they may be shown together.
  /// What is hidden is in none of them until it is enough together, so that any two of them differ
  /// by nothing or by enough.
  ///
  /// @param cells the first number of each is its count of posts
  static List<double[]> growing(List<double[]> cells) {
    List<double[]> sums = new ArrayList<>();
    double[] shown = new double[cells.isEmpty() ? 0 : cells.getFirst().length];
    double[] hidden = shown;
    for (double[] cell : cells) {
      if (isHidden(Math.round(cell[0]))) {
        hidden = add(hidden, cell);
        if (!isHidden(Math.round(hidden[0]))) {
          shown = add(shown, hidden);
          hidden = new double[cell.length];
        }
      } else {
        shown = add(shown, cell);
      }
      sums.add(shown[0] > 0 ? shown : hidden);
    }
    return sums;
  }

  private static double[] sumOf(List<double[]> cells, boolean hidden) {
    return cells.stream()
        .filter(cell -> isHidden(Math.round(cell[0])) == hidden)
        .reduce(SmallNumbers::add)
        .orElse(new double[0]);
  }

  private static double[] add(double[] one, double[] other) {
    double[] sum = one.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other[i];
    }
    return sum;
  }

  /// Whether there are some posts, but too few.
  static boolean isHidden(long posts) {
    return posts > 0 && posts < SHOWN;
  }
}
