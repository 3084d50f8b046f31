package dev.fedbytweets.togold.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Estimates shares of counts, as the sentiment model does: for days that are shown together.
@FunctionalInterface
public interface MoodShares {

  /// Where no model is at hand: shares of several days are the mean of theirs, and so are the ends
  /// of their intervals.
  MoodShares MEAN_OF_DAYS = (lang, counts) -> List.of();

  /// The same, which is asked only once about the same counts.
  default MoodShares remembering() {
    Map<String, Map<List<Long>, List<Double>>> known = new HashMap<>();
    return (lang, counts) ->
        known
            .computeIfAbsent(lang, _ -> new HashMap<>())
            .computeIfAbsent(counts, _ -> of(lang, counts));
  }

  /// The shares of negative, neutral and positive posts.
  ///
  /// @param lang of the posts, as in the table
  /// @param counts how many the model takes for negative, neutral and positive, in this order
  /// @return for each of the three its share and the ends of its interval, 0 to 1: nine numbers;
  ///     none if the mean of the days is to be shown
  List<Double> of(String lang, List<Long> counts);
}
