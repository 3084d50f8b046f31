package dev.fedbytweets.togold.page;

import dev.fedbytweets.togold.page.PageTable.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Estimated shares of negative, neutral and positive posts with their intervals, a panel for each
/// subject and language: positive above a line, negative below it, neutral in numbers.
final class SentimentFigure {

  private static final List<String> KINDS = List.of("negative", "neutral", "positive");
  private static final int FIRST_SHARE = 4;
  private static final int LOWEST_TOP = 200;

  private final PageView view;
  private final double top;

  private SentimentFigure(PageView view) {
    this.view = view;
    long highest =
        view.model().sentiment().stream()
            .flatMap(line -> line.bins(view.range()).stream())
            .filter(bin -> bin.getFirst() > 0)
            .mapToLong(bin -> Math.max(bin.get(6), bin.get(12)))
            .max()
            .orElse(0);
    this.top = Math.max(LOWEST_TOP, Math.ceilDiv(highest, 100) * 100.0);
  }

  static Figure of(PageView view) {
    SentimentFigure figure = new SentimentFigure(view);
    StringBuilder panels = new StringBuilder();
    view.model().sentiment().forEach(line -> panels.append(figure.panel(line)));
    return new Figure(
        "sentiment",
        panels.isEmpty()
            ? view.nothing()
            : figure.scored()
                + view.most(view.model().sentiment())
                + "<div class=\"panels\">"
                + panels
                + "</div>",
        figure.table());
  }

  private String scored() {
    long scored = view.model().scored().get(view.rangeNumber()).getFirst();
    return "<p class=\"remark\">"
        + view.html("sentiment.scored", view.texts().percent(scored))
        + " "
        + view.html(view.model().pooled() ? "sentiment.pooled" : "sentiment.mean")
        + "</p>";
  }

  private String panel(PageSeries line) {
    List<List<Long>> bins = line.bins(view.range());
    List<Long> total = line.totals().get(view.rangeNumber());
    StringBuilder drawing = new StringBuilder(Figure.path("middle", "M0 50H" + 10 * bins.size()));
    StringBuilder shares = new StringBuilder();
    StringBuilder label =
        new StringBuilder(
            view.texts().of("sentiment.label", view.name(line.subject()), language(line)));
    for (int i : new int[] {0, 2}) {
      int at = FIRST_SHARE + 3 * i;
      double up = i == 2 ? 1 : -1;
      ToDoubleFunction<List<Long>> height = bin -> height(up, bin.get(at));
      drawing.append(
          Figure.path(
              "band " + KINDS.get(i),
              Lines.band(
                  bins, bin -> height(up, bin.get(at + 2)), bin -> height(up, bin.get(at + 1)))));
      drawing.append(Figure.path("line " + KINDS.get(i), Lines.line(bins, height)));
      drawing.append(Figure.path("line dot " + KINDS.get(i), Lines.dots(bins, height)));
    }
    for (int i = 0; i < KINDS.size() && total.getFirst() > 0; i++) {
      int at = FIRST_SHARE + 3 * i;
      String share = view.texts().percent(total.get(at));
      String interval = view.texts().interval(total.get(at + 1), total.get(at + 2));
      String kind = view.texts().of(KINDS.get(i));
      shares.append(
          "<span class=\"%s\">%s <b>%s</b> <small>%s</small></span>"
              .formatted(KINDS.get(i), Markup.text(kind), share, interval));
      label.append(' ').append(view.texts().of("sentiment.part", kind, share, interval));
    }
    return """
    <div class="panel"><h3>%s <span>%s</span></h3><p class="shares">%s</p>%s%s</div>\
    """
        .formatted(
            Markup.name(view.name(line.subject())),
            Markup.text(language(line)),
            shares,
            Figure.plot(
                bins.size(),
                label.toString(),
                drawing.toString(),
                view.texts().percent((long) top)),
            view.axis());
  }

  private String language(PageSeries line) {
    return view.texts().named("lang.", line.lang());
  }

  private double height(double up, long share) {
    return 50 - up * 50 * share / top;
  }

  private PageTable table() {
    PageTable table =
        new PageTable(
            view.heads(
                "column.subject",
                "column.language",
                view.dayColumn(view.model().sentiment()),
                "column.scored",
                "column.negative",
                "column.neutral",
                "column.positive",
                "column.counted"),
            List.of(
                "subject",
                "lang",
                "from",
                "scored",
                "negative_share",
                "negative_low",
                "negative_high",
                "neutral_share",
                "neutral_low",
                "neutral_high",
                "positive_share",
                "positive_low",
                "positive_high",
                "negative",
                "neutral",
                "positive"));
    for (PageSeries line : view.model().sentiment()) {
      List<List<Long>> bins = view.rows(view.model().sentiment(), line);
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
    row.add(Cell.text(language(line), line.lang()));
    row.add(Cell.text(view.texts().day(view.bin(number)), view.bin(number).toString()));
    row.add(Cell.count(bin.getFirst(), view.texts()));
    if (bin.getFirst() < 0) {
      row.addAll(List.of(Cell.empty(), Cell.empty(), Cell.empty(), Cell.empty()));
      return row;
    }
    for (int at = FIRST_SHARE; at < bin.size(); at += 3) {
      String shown =
          "%s (%s)"
              .formatted(
                  view.texts().percent(bin.get(at)),
                  view.texts().interval(bin.get(at + 1), bin.get(at + 2)));
      row.add(
          new Cell(shown, bin.subList(at, at + 3).stream().map(SentimentFigure::part).toList()));
    }
    List<Cell> counted =
        bin.subList(1, FIRST_SHARE).stream().map(count -> Cell.count(count, view.texts())).toList();
    row.add(
        new Cell(
            String.join(" / ", counted.stream().map(Cell::shown).toList()),
            counted.stream().map(cell -> cell.raw().getFirst()).toList()));
    return row;
  }

  /// Tenths of a percent as a number from 0 to 1.
  private static String part(long share) {
    return Long.toString(share / 1000) + "." + Long.toString(1000 + share % 1000).substring(1);
  }
}
