package dev.fedbytweets.togold.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Draws lines and the bands of their intervals, with holes where a day or week has too few posts.
final class Lines {

  private Lines() {}

  /// A line through neighbouring days.
  ///
  /// @param height from the top, 0 to 100
  static String line(List<List<Long>> bins, ToDoubleFunction<List<Long>> height) {
    StringBuilder path = new StringBuilder();
    boolean drawing = false;
    for (int i = 0; i < bins.size(); i++) {
      List<Long> bin = bins.get(i);
      boolean drawn = bin.getFirst() > 0;
      if (drawn) {
        path.append(drawing ? 'L' : 'M').append(10 * i + 5).append(' ');
        path.append(Markup.length(height.applyAsDouble(bin)));
      }
      drawing = drawn;
    }
    return path.toString();
  }

  /// Dots for days without neighbours, of which a line shows nothing.
  static String dots(List<List<Long>> bins, ToDoubleFunction<List<Long>> height) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < bins.size(); i++) {
      if (isDrawn(bins, i) && !isDrawn(bins, i - 1) && !isDrawn(bins, i + 1)) {
        path.append('M').append(10 * i + 5).append(' ');
        path.append(Markup.length(height.applyAsDouble(bins.get(i)))).append("h0");
      }
    }
    return path.toString();
  }

  /// What lies under a line.
  static String under(List<List<Long>> bins, ToDoubleFunction<List<Long>> height) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < bins.size(); i++) {
      if (isDrawn(bins, i)) {
        path.append(isDrawn(bins, i - 1) ? "" : "M" + (10 * i + 5) + " 100").append('L');
        path.append(10 * i + 5).append(' ');
        path.append(Markup.length(height.applyAsDouble(bins.get(i))));
        path.append(isDrawn(bins, i + 1) ? "" : "V100z");
      }
    }
    return path.toString();
  }

  private static boolean isDrawn(List<List<Long>> bins, int i) {
    return i >= 0 && i < bins.size() && bins.get(i).getFirst() > 0;
  }

  /// The band between two lines.
  static String band(
      List<List<Long>> bins,
      ToDoubleFunction<List<Long>> upper,
      ToDoubleFunction<List<Long>> lower) {
    StringBuilder path = new StringBuilder();
    List<Integer> part = new ArrayList<>();
    for (int i = 0; i <= bins.size(); i++) {
      if (i < bins.size() && bins.get(i).getFirst() > 0) {
        part.add(i);
      } else if (!part.isEmpty()) {
        path.append(part(bins, part, upper, lower));
        part.clear();
      }
    }
    return path.toString();
  }

  private static String part(
      List<List<Long>> bins,
      List<Integer> part,
      ToDoubleFunction<List<Long>> upper,
      ToDoubleFunction<List<Long>> lower) {
    StringBuilder path = new StringBuilder("M");
    double width = part.size() == 1 ? Math.min(2, bins.size() / 8.0) : 0;
    path.append(Markup.length(10 * part.getFirst() + 5 - width)).append(' ');
    path.append(Markup.length(upper.applyAsDouble(bins.get(part.getFirst()))));
    for (int i : part) {
      path.append('L').append(Markup.length(10 * i + 5 + width)).append(' ');
      path.append(Markup.length(upper.applyAsDouble(bins.get(i))));
    }
    for (int i : part.reversed()) {
      path.append('L').append(Markup.length(10 * i + 5 + width)).append(' ');
      path.append(Markup.length(lower.applyAsDouble(bins.get(i))));
    }
    path.append('L').append(Markup.length(10 * part.getFirst() + 5 - width)).append(' ');
    path.append(Markup.length(lower.applyAsDouble(bins.get(part.getFirst()))));
    return path.append('z').toString();
  }
}
