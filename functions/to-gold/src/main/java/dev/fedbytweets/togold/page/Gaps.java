package dev.fedbytweets.togold.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/// Draws the gaps of a subject.
final class Gaps {

  private static final double MINUTES_OF_UNIT = 144;

  private Gaps() {}

  /// The gaps within the days that are drawn.
  ///
  /// @param place 0 for all subjects, of which none are drawn, or a subject's number and 1
  /// @param height of the drawing
  static String path(PageView view, int place, int height) {
    StringBuilder path = new StringBuilder();
    List<List<String>> gaps =
        place == 0 ? List.of() : view.model().collected().get(place - 1).gaps();
    for (List<String> gap : gaps) {
      double from = place(view, gap.get(0));
      double to = place(view, gap.get(1));
      if (to > from) {
        path.append('M').append(Markup.length(from)).append(" 0H").append(Markup.length(to));
        path.append('V').append(height).append('H').append(Markup.length(from)).append('z');
      }
    }
    return path.toString();
  }

  /// Where a time is in a drawing, ten units for each day.
  static double place(PageView view, String minute) {
    Instant start = view.from().atStartOfDay(ZoneOffset.UTC).toInstant();
    double minutes = (double) Duration.between(start, Instant.parse(minute)).toMinutes();
    return Math.max(0, Math.min(10.0 * view.model().days(), minutes / MINUTES_OF_UNIT));
  }
}
