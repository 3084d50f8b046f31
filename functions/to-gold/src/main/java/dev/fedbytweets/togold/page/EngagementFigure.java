package dev.fedbytweets.togold.page;

import dev.fedbytweets.togold.page.PageTable.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Likes, replies and the like for each post, a panel for each subject.
final class EngagementFigure {

  private final PageView view;

  private EngagementFigure(PageView view) {
    this.view = view;
  }

  static Figure of(PageView view) {
    EngagementFigure figure = new EngagementFigure(view);
    StringBuilder panels = new StringBuilder();
    view.model().engagement().forEach(line -> panels.append(figure.panel(line)));
    return new Figure(
        "engagement",
        panels.isEmpty()
            ? view.nothing()
            : view.most(view.model().engagement()) + "<div class=\"panels\">" + panels + "</div>",
        figure.table());
  }

  private String panel(PageSeries line) {
    List<List<Long>> bins = line.bins(view.range());
    long most = Math.max(1, bins.stream().mapToLong(EngagementFigure::all).max().orElse(0));
    List<Long> total = line.totals().get(view.rangeNumber());
    String value =
        total.getFirst() > 0
            ? view.texts().hundredths(all(total))
            : view.texts().count(total.getFirst());
    ToDoubleFunction<List<Long>> height = bin -> 100 - 100.0 * all(bin) / most;
    String drawing =
        Figure.path("under", Lines.under(bins, height))
            + Figure.path("line accent", Lines.line(bins, height))
            + Figure.path("line dot accent", Lines.dots(bins, height));
    String likes =
        total.getFirst() > 0
            ? view.html(
                "engagement.parts",
                view.texts().hundredths(total.get(1)),
                view.texts().hundredths(total.get(3)),
                view.texts().hundredths(total.get(2)))
            : "";
    return """
    <div class="panel"><h3>%s</h3><p class="value">%s</p>%s%s<p class="note">%s</p></div>\
    """
        .formatted(
            Markup.name(view.name(line.subject())),
            Markup.text(value),
            Figure.plot(
                bins.size(),
                view.texts().of("engagement.label", view.name(line.subject()), value),
                drawing,
                view.texts().hundredths(most)),
            view.axis(),
            likes);
  }

  /// Likes, replies, retweets, quotes and bookmarks together; 0 if there are too few posts.
  private static long all(List<Long> bin) {
    return bin.stream().skip(1).mapToLong(Long::longValue).sum();
  }

  private PageTable table() {
    PageTable table =
        new PageTable(
            view.heads(
                "column.subject",
                view.dayColumn(view.model().engagement()),
                "column.posts",
                "column.likes",
                "column.replies",
                "column.retweets",
                "column.quotes",
                "column.bookmarks"),
            List.of(
                "subject",
                "from",
                "posts",
                "likes_per_post",
                "replies_per_post",
                "retweets_per_post",
                "quotes_per_post",
                "bookmarks_per_post"));
    for (PageSeries line : view.model().engagement()) {
      List<List<Long>> bins = view.rows(view.model().engagement(), line);
      for (int i = 0; i < bins.size(); i++) {
        if (bins.get(i).getFirst() != 0) {
          table.row(row(line, i, bins.get(i)));
        }
      }
    }
    return table;
  }

  private List<Cell> row(PageSeries line, int number, List<Long> bin) {
    List<Cell> row = new ArrayList<>();
    row.add(Cell.name(view.name(line.subject())));
    row.add(Cell.text(view.texts().day(view.bin(number)), view.bin(number).toString()));
    row.add(Cell.count(bin.getFirst(), view.texts()));
    for (int i = 1; i <= 5; i++) {
      row.add(
          bin.getFirst() < 0
              ? Cell.empty()
              : Cell.text(view.texts().hundredths(bin.get(i)), raw(bin.get(i))));
    }
    return row;
  }

  private static String raw(long hundredths) {
    return hundredths / 100 + "." + Long.toString(100 + hundredths % 100).substring(1);
  }
}
