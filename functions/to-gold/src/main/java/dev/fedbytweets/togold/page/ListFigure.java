package dev.fedbytweets.togold.page;

import dev.fedbytweets.togold.page.PageTable.Cell;
import java.util.List;

/// Words in the order of their posts, with bars: topics or places.
final class ListFigure {

  private static final int WIDTH = 1000;

  private ListFigure() {}

  static Figure topics(PageView view) {
    return of(view, "topics", "topic.", view.model().topics());
  }

  static Figure places(PageView view) {
    return of(view, "places", "", view.model().places());
  }

  /// A bar as wide as its part of the widest.
  static String bar(double part) {
    return """
    <svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">\
    <rect width="%s" height="10"/></svg>\
    """
        .formatted(Markup.length(WIDTH * part));
  }

  private static Figure of(
      PageView view, String id, String names, List<List<List<PageWord>>> lists) {
    List<PageWord> rows = lists.get(view.rangeNumber()).getFirst();
    long most = rows.stream().mapToLong(PageWord::posts).max().orElse(1);
    StringBuilder list = new StringBuilder();
    PageTable table =
        new PageTable(
            view.heads("column." + id, "column.posts", "column.share"),
            List.of("name", "posts", "share"));
    for (PageWord row : rows) {
      String word = view.model().words().get(row.word());
      String name = names.isEmpty() ? word : view.texts().named(names, word);
      String share = view.texts().finePercent(row.share());
      list.append("<li><span class=\"name\">").append(Markup.name(name)).append("</span>");
      list.append(bar((double) row.posts() / most));
      list.append("<span class=\"amount\">")
          .append(view.html("list.amount", view.texts().count(row.posts()), share));
      list.append("</span></li>");
      table.row(
          new Cell(Markup.name(name), List.of(word)),
          Cell.count(row.posts(), view.texts()),
          Cell.text(share, share(row.share())));
    }
    return new Figure(
        id, rows.isEmpty() ? view.nothing() : "<ol class=\"list\">" + list + "</ol>", table);
  }

  /// Hundredths of a percent as a number from 0 to 1.
  static String share(long share) {
    return share / 10_000 + "." + Long.toString(10_000 + share % 10_000).substring(1);
  }
}
