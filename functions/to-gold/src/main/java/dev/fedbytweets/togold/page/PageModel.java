package dev.fedbytweets.togold.page;

import java.util.List;

/// What the page shows, as it lies in the page for its script. Counts that are too few to be shown
/// are -1. Where there is one entry for each subject, the first is for all of them.
///
/// @param from the first day, ISO 8601
/// @param days how many
/// @param now when the page was made, ISO 8601 to the minute
/// @param others how many subjects are left out for want of space
/// @param pooled whether intervals of several days are estimated of all their posts
/// @param panels how many a figure of sentiment or engagement has at most
/// @param rows how many a table of days or weeks has at most
/// @param posts by subject and day, with all subjects first
/// @param totals posts by range and subject, with all subjects first
/// @param scored which part of these the sentiment model could score, in tenths of a percent
/// @param sentiment scored posts; negative, neutral, positive as labelled, -2 if one of them is too
/// few; then for each of the     three its share and interval in tenths of a percent
/// @param engagement posts; then likes, replies, retweets, quotes and bookmarks for 100 posts
/// @param words that the lists name by number
/// @param topics by range and subject
/// @param hashtags by range and subject
/// @param domains by range and subject
/// @param places by range and subject
/// @param runs the last ones, newest first
/// @param collected by subject
/// @param models whose labels are counted: name, and the beginning of the hash
record PageModel(
    String from,
    int days,
    String now,
    int others,
    boolean pooled,
    int panels,
    int rows,
    List<String> subjects,
    List<PageRange> ranges,
    List<List<Long>> posts,
    List<List<Long>> totals,
    List<List<Long>> scored,
    List<PageSeries> sentiment,
    List<PageSeries> engagement,
    List<String> words,
    List<List<List<PageWord>>> topics,
    List<List<List<PageMover>>> hashtags,
    List<List<List<PageMover>>> domains,
    List<List<List<PageWord>>> places,
    List<PageRun> runs,
    List<PageSubject> collected,
    List<List<String>> models) {

  /// The range of all days.
  PageRange all() {
    return ranges.getLast();
  }
}
