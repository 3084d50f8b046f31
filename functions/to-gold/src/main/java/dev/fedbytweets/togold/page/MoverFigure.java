package dev.fedbytweets.togold.page;

import dev.fedbytweets.togold.page.PageTable.Cell;
import java.time.LocalDate;
import java.util.List;

/// Words whose share of the posts grew: from where it was to where it is.
final class MoverFigure {

  private static final int WIDTH = 1000;
  private static final double MARGIN = 12;

  private final PageView view;

  private MoverFigure(PageView view) {
    this.view = view;
  }

  static Figure hashtags(PageView view) {
    return new MoverFigure(view).of("hashtags", view.model().hashtags());
  }

  static Figure domains(PageView view) {
    return new MoverFigure(view).of("domains", view.model().domains());
  }

  private Figure of(String id, List<List<List<PageMover>>> lists) {
    List<PageMover> rows = lists.get(view.rangeNumber()).getFirst();
    long most =
        rows.stream().mapToLong(row -> Math.max(row.share(), row.shareBefore())).max().orElse(1);
    StringBuilder list = new StringBuilder();
    PageTable table =
        new PageTable(
            view.heads(
                "column." + id,
                "column.posts",
                "column.share",
                "column.rank",
                "column.posts-before",
                "column.share-before",
                "column.rank-before"),
            List.of(
                "name", "posts", "share", "rank", "posts_before", "share_before", "rank_before"));
    for (PageMover row : rows) {
      String word = view.model().words().get(row.word());
      list.append("<li><span class=\"name\">").append(Markup.name(word)).append("</span>");
      list.append(drawing(row, Math.max(1, most)));
      list.append("<span class=\"amount\">").append(amount(row)).append("</span></li>");
      table.row(
          Cell.name(word),
          Cell.count(row.posts(), view.texts()),
          share(row.share()),
          rank(row.rank()),
          Cell.count(row.before(), view.texts()),
          share(row.shareBefore()),
          rank(row.rankBefore()));
    }
    String remark = "<p class=\"remark\">" + Markup.text(compared()) + "</p>";
    return new Figure(
        id,
        rows.isEmpty() ? view.nothing() : remark + "<ol class=\"list movers\">" + list + "</ol>",
        table);
  }

  private String compared() {
    int days = view.range().compared();
    LocalDate from = view.to().minusDays(days - 1L);
    LocalDate before = view.to().minusDays(2L * days - 1);
    LocalDate first = before.isBefore(view.from()) ? view.from() : before;
    PageTexts texts = view.texts();
    return first.isBefore(from)
        ? texts.of(
            "movers.compared",
            texts.shortDay(from),
            texts.shortDay(view.to()),
            texts.shortDay(first),
            texts.shortDay(from.minusDays(1)))
        : texts.of("movers.alone");
  }

  private static String drawing(PageMover row, long most) {
    String to = Markup.length(place(row.share(), most));
    String from = Markup.length(place(Math.max(0, row.shareBefore()), most));
    String begin = row.shareBefore() < 0 ? "" : Figure.path("from", "M" + from + " 10h0");
    return """
    <svg class="move" viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true">\
    %s%s%s</svg>\
    """
        .formatted(
            Figure.path("stem", "M" + from + " 10H" + to),
            begin,
            Figure.path("to", "M" + to + " 10h0"));
  }

  private static double place(long share, long most) {
    return MARGIN + (WIDTH - 2 * MARGIN) * share / most;
  }

  private String amount(PageMover row) {
    int climbed = row.rankBefore() - row.rank();
    String rank =
        row.before() == 0
            ? view.html("movers.new")
            : row.rankBefore() == 0
                ? ""
                : climbed > 0 ? "▲ " + climbed : climbed < 0 ? "▼ " + -climbed : "=";
    String shares =
        row.before() < 0
            ? view.texts().finePercent(row.share())
            : view.texts().finePercent(row.shareBefore())
                + " → "
                + view.texts().finePercent(row.share());
    return "<b>" + rank + "</b> " + Markup.text(shares);
  }

  private Cell share(long share) {
    return share < 0
        ? Cell.empty()
        : Cell.text(view.texts().finePercent(share), ListFigure.share(share));
  }

  private static Cell rank(long rank) {
    return rank == 0 ? Cell.empty() : Cell.text(Long.toString(rank), Long.toString(rank));
  }
}
