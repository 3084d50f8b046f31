package dev.fedbytweets.togold.page;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A model and the language in which it is drawn: all days and all subjects.
record PageView(PageModel model, PageTexts texts) {

  PageRange range() {
    return model.all();
  }

  int rangeNumber() {
    return model.ranges().size() - 1;
  }

  LocalDate from() {
    return LocalDate.parse(model.from());
  }

  LocalDate to() {
    return from().plusDays(model.days() - 1L);
  }

  /// The first day of a day or week that is drawn.
  ///
  /// @param bin from 0
  LocalDate bin(int bin) {
    PageRange range = range();
    LocalDate from = from();
    if (!range.weekly()) {
      return from.plusDays(bin);
    }
    LocalDate start = to().minusDays(7L * (range.bins() - bin) - 1);
    return start.isBefore(from) ? from : start;
  }

  /// What a table says of lines: their days or weeks, or one row for each line if these would be
  /// too many.
  List<List<Long>> rows(List<PageSeries> lines, PageSeries line) {
    return isDetailed(lines) ? line.bins(range()) : List.of(line.totals().get(rangeNumber()));
  }

  /// The head of the column in which the days or weeks of lines stand.
  String dayColumn(List<PageSeries> lines) {
    return !isDetailed(lines) ? "column.from" : range().weekly() ? "column.week" : "column.day";
  }

  /// Says it if lines are left out for want of space.
  String most(List<PageSeries> lines) {
    return lines.size() < model.panels()
        ? ""
        : "<p class=\"remark\">" + html("most", model.panels()) + "</p>";
  }

  private boolean isDetailed(List<PageSeries> lines) {
    return lines.size() * range().bins() <= model.rows();
  }

  String name(int subject) {
    return model.subjects().get(subject);
  }

  /// A text of the page as HTML.
  String html(String key, Object... places) {
    return Markup.text(texts.of(key, places));
  }

  /// A text of the page as HTML that the script translates.
  String translated(String key) {
    return "<span data-t=\"%s\">%s</span>".formatted(key, html(key));
  }

  /// What stands in place of a figure that has nothing to show.
  String nothing() {
    return "<p class=\"nothing\">" + html("nothing") + "</p>";
  }

  /// The first and the last day below a drawing, and the one between.
  String axis() {
    LocalDate between = from().plusDays((model.days() - 1) / 2);
    return Stream.of(from(), between, to())
        .distinct()
        .map(day -> "<span>" + Markup.text(texts.shortDay(day)) + "</span>")
        .collect(Collectors.joining("", "<p class=\"axis\">", "</p>"));
  }

  /// Heads of a table.
  List<String> heads(String... keys) {
    return List.of(keys).stream().map(key -> html(key)).toList();
  }
}
