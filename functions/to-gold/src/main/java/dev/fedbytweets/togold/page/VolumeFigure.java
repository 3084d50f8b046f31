package dev.fedbytweets.togold.page;

import dev.fedbytweets.togold.page.PageTable.Cell;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Posts by day, a panel for each subject.
final class VolumeFigure {

  private static final int ALL_OF_IT = 10;

  private final PageView view;

  private VolumeFigure(PageView view) {
    this.view = view;
  }

  static Figure of(PageView view) {
    VolumeFigure figure = new VolumeFigure(view);
    StringBuilder panels = new StringBuilder();
    int subjects = view.model().subjects().size();
    for (int place = 1; place <= subjects; place++) {
      panels.append(figure.panel(place, "panel"));
    }
    String all = subjects > 1 ? figure.panel(0, "panel wide") : "";
    return new Figure(
        "volume",
        subjects == 0 ? view.nothing() : all + "<div class=\"panels\">" + panels + "</div>",
        figure.table());
  }

  /// @param place 0 for all subjects, or a subject's number and 1
  private String panel(int place, String style) {
    List<Long> posts = view.model().posts().get(place);
    String name = place == 0 ? view.texts().of("all-subjects") : view.name(place - 1);
    long most = Math.max(0, posts.stream().mapToLong(Long::longValue).max().orElse(0));
    LocalDate peak = view.from().plusDays(Math.max(0, posts.indexOf(most)));
    String total = view.texts().count(view.model().totals().get(view.rangeNumber()).get(place));
    String note =
        most == 0
            ? ""
            : view.html("volume.peak", view.texts().count(most), view.texts().shortDay(peak));
    String label = view.texts().of("volume.label", name, total);
    return """
    <div class="%s"><h3>%s</h3>%s%s%s<p class="note">%s</p></div>\
    """
        .formatted(
            style,
            Markup.name(name),
            place == 0 ? "" : "<p class=\"value\">" + Markup.text(total) + "</p>",
            Figure.plot(
                posts.size(),
                label,
                Figure.path("gap", Gaps.path(view, place, 100))
                    + Figure.path("fill", bars(posts, most))
                    + Figure.path("few", few(posts)),
                most == 0 ? "" : view.texts().count(most)),
            view.axis(),
            note);
  }

  /// A bar for each day; without spaces between them if there are many.
  static String bars(List<Long> posts, long most) {
    StringBuilder path = new StringBuilder();
    int width = width(posts.size());
    for (int i = 0; i < posts.size(); i++) {
      String top = Markup.length(100 - 100.0 * Math.max(0, posts.get(i)) / Math.max(1, most));
      if (width == ALL_OF_IT) {
        path.append('V').append(top).append("h10");
      } else if (posts.get(i) > 0) {
        path.append('M').append(left(i, width)).append(" 100V").append(top);
        path.append('h').append(width).append("V100z");
      }
    }
    return width == ALL_OF_IT ? "M0 100" + path + "V100z" : path.toString();
  }

  /// The width of a bar among the ten units of its day: one of few days is no wall.
  private static int width(int bars) {
    if (bars > 45) {
      return ALL_OF_IT;
    }
    return bars > 14 ? 8 : bars > 3 ? 4 : 2;
  }

  private static int left(int bar, int width) {
    return 10 * bar + (ALL_OF_IT - width) / 2;
  }

  private static String few(List<Long> posts) {
    StringBuilder path = new StringBuilder();
    int width = width(posts.size());
    for (int i = 0; i < posts.size(); i++) {
      if (posts.get(i) < 0) {
        path.append('M').append(left(i, width)).append(" 97h").append(width);
        path.append("v3h-").append(width).append('z');
      }
    }
    return path.toString();
  }

  private PageTable table() {
    int subjects = view.model().subjects().size();
    int columns = subjects > 1 ? subjects + 1 : subjects;
    int days = view.model().days();
    int step = days * columns > PageTable.MOST_CELLS ? 7 : 1;
    List<String> heads =
        new ArrayList<>(List.of(view.html(step == 1 ? "column.day" : "column.week")));
    List<String> names = new ArrayList<>(List.of(step == 1 ? "day" : "week"));
    if (columns > 1) {
      heads.add(view.html("all-subjects"));
      names.add("all");
    }
    view.model().subjects().forEach(name -> heads.add(Markup.name(name)));
    names.addAll(view.model().subjects());
    PageTable table = new PageTable(heads, names);
    for (int from = days - Math.ceilDiv(days, step) * step; from < days; from += step) {
      table.row(row(Math.max(0, from), from + step, columns > 1 ? 0 : 1));
    }
    return table;
  }

  private List<Cell> row(int from, int to, int first) {
    LocalDate day = view.from().plusDays(from);
    List<Cell> row = new ArrayList<>(List.of(Cell.text(view.texts().day(day), day.toString())));
    view.model().posts().stream()
        .skip(first)
        .forEach(
            posts -> row.add(Cell.count(SmallNumbers.sum(posts.subList(from, to)), view.texts())));
    return row;
  }
}
