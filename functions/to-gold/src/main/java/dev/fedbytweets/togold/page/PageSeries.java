package dev.fedbytweets.togold.page;

import java.util.List;

/// A line of a figure by days, by weeks, and as a whole. A day or week is a list of numbers, whose
/// first is its count of posts: it is alone if it is 0 or not shown.
///
/// @param subject its number in the model
/// @param lang a language; empty if there is none
/// @param daily the last days that are drawn one by one
/// @param weekly all weeks; empty if all days are drawn one by one
/// @param totals one for each range
record PageSeries(
    int subject,
    String lang,
    List<List<Long>> daily,
    List<List<Long>> weekly,
    List<List<Long>> totals) {

  /// What is drawn of a range.
  List<List<Long>> bins(PageRange range) {
    List<List<Long>> all = range.weekly() ? weekly : daily;
    return all.subList(all.size() - range.bins(), all.size());
  }
}
