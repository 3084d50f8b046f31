package dev.fedbytweets.togold.page;

import dev.fedbytweets.togold.page.PageTable.Cell;
import java.util.List;

/// How far each subject is collected, and what is missing.
final class CollectionFigure {

  private final PageView view;

  private CollectionFigure(PageView view) {
    this.view = view;
  }

  static Figure of(PageView view) {
    CollectionFigure figure = new CollectionFigure(view);
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < view.model().subjects().size(); i++) {
      rows.append(figure.row(i));
    }
    return new Figure(
        "collection",
        rows.isEmpty()
            ? view.nothing()
            : "<ul class=\"list strips\">" + rows + "</ul>" + view.axis(),
        figure.table());
  }

  private String row(int subject) {
    PageSubject state = view.model().collected().get(subject);
    String until =
        state.until().isEmpty()
            ? view.texts().of("collection.unknown")
            : view.texts()
                .of(
                    "collection.until",
                    view.texts().moment(state.until()),
                    view.texts().age(state.until(), view.model().now()));
    String gaps =
        state.gaps().isEmpty()
            ? view.texts().of("collection.no-gaps")
            : view.texts().of("collection.gaps", state.gaps().size(), hours(state));
    return """
    <li><span class="name">%s</span><svg class="strip" viewBox="0 0 %d 10" \
    preserveAspectRatio="none" aria-hidden="true">%s%s</svg>\
    <span class="amount">%s <small>%s</small></span></li>\
    """
        .formatted(
            Markup.name(view.name(subject)),
            10 * view.model().days(),
            Figure.path("fill", covered(subject, state)),
            Figure.path("gap", Gaps.path(view, subject + 1, 10)),
            Markup.text(gaps),
            Markup.text(until));
  }

  private String covered(int subject, PageSubject state) {
    List<Long> posts = view.model().posts().get(subject + 1);
    int first = 0;
    while (first < posts.size() && posts.get(first) == 0) {
      first++;
    }
    double end = state.until().isEmpty() ? 10.0 * posts.size() : Gaps.place(view, state.until());
    return end <= 10.0 * first
        ? ""
        : "M" + 10 * first + " 0H" + Markup.length(end) + "V10H" + 10 * first + "z";
  }

  private String hours(PageSubject state) {
    long minutes =
        state.gaps().stream().mapToLong(gap -> Minutes.between(gap.get(0), gap.get(1))).sum();
    return view.texts().count(Math.round(minutes / 60.0));
  }

  private PageTable table() {
    PageTable table =
        new PageTable(
            view.heads(
                "column.subject",
                "column.until",
                "column.gap-from",
                "column.gap-to",
                "column.reason"),
            List.of("subject", "collected_until", "gap_from", "gap_to", "reason"));
    for (int i = 0; i < view.model().subjects().size(); i++) {
      PageSubject state = view.model().collected().get(i);
      Cell name = Cell.name(view.name(i));
      Cell until = moment(state.until());
      if (state.gaps().isEmpty()) {
        table.row(name, until, Cell.empty(), Cell.empty(), Cell.empty());
      }
      for (List<String> gap : state.gaps()) {
        String reason = view.texts().named("reason.", gap.get(2));
        table.row(
            name, until, moment(gap.get(0)), moment(gap.get(1)), Cell.text(reason, gap.get(2)));
      }
    }
    return table;
  }

  private Cell moment(String minute) {
    return minute.isEmpty() ? Cell.empty() : Cell.text(view.texts().moment(minute), minute);
  }
}
