package dev.fedbytweets.togold.page;

import dev.fedbytweets.togold.page.PageTable.Cell;
import java.util.List;

/// What was read and paid in the month, and what is left of the caps.
final class CostFigure {

  private CostFigure() {}

  static Figure of(PageView view) {
    StringBuilder rows = new StringBuilder();
    PageTable table =
        new PageTable(
            view.heads(
                "column.subject", "column.read", "column.cap", "column.left", "column.charge"),
            List.of("subject", "posts_read", "cap", "left", "charge_usd"));
    for (int i = 0; i < view.model().subjects().size(); i++) {
      PageSubject state = view.model().collected().get(i);
      rows.append(row(view, view.name(i), state));
      table.row(
          Cell.name(view.name(i)),
          Cell.count(state.read(), view.texts()),
          state.cap() < 0 ? Cell.empty() : Cell.count(state.cap(), view.texts()),
          state.cap() < 0 || state.read() < 0
              ? Cell.empty()
              : Cell.count(left(state), view.texts()),
          money(view, state.cents()));
    }
    return new Figure(
        "cost", rows.isEmpty() ? view.nothing() : "<ul class=\"list\">" + rows + "</ul>", table);
  }

  /// A charge for people and as a number.
  static Cell money(PageView view, long cents) {
    return Cell.text(
        view.texts().dollars(cents),
        cents < 0 ? "" : cents / 100 + "." + Long.toString(100 + cents % 100).substring(1));
  }

  /// Posts that may be read in the month, at least 0.
  static long left(PageSubject state) {
    return Math.max(0, state.cap() - Math.max(0, state.read()));
  }

  private static String row(PageView view, String name, PageSubject state) {
    PageTexts texts = view.texts();
    boolean capped = state.cap() > 0;
    String amount =
        capped
            ? texts.of("cost.of", texts.count(state.read()), texts.count(state.cap()))
            : texts.of("cost.read", texts.count(state.read()));
    double part = capped ? Math.min(1, (double) Math.max(0, state.read()) / state.cap()) : 0;
    return """
    <li><span class="name">%s</span>%s<span class="amount">%s <small>%s</small></span></li>\
    """
        .formatted(
            Markup.name(name),
            capped
                ? ListFigure.bar(part).replace("class=\"bar\"", "class=\"bar cap\"")
                : "<span class=\"bar\"></span>",
            Markup.text(amount),
            Markup.text(texts.dollars(state.cents())));
  }
}
