package dev.fedbytweets.togold.page;

import dev.fedbytweets.togold.page.PageTable.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The last runs: what they brought, and whether rows had to be set aside.
final class RunFigure {

  private RunFigure() {}

  static Figure of(PageView view) {
    List<PageRun> runs = view.model().runs();
    PageTable table =
        new PageTable(
            view.heads(
                "column.at",
                "column.run",
                "column.subject",
                "column.posts",
                "column.media",
                "column.charge",
                "column.quarantined"),
            List.of(
                "first_at", "run_id", "subject", "posts", "media", "charge_usd", "quarantined"));
    for (PageRun run : runs) {
      table.row(
          Cell.text(view.texts().moment(run.at()), run.at()),
          Cell.name(run.run()),
          Cell.name(view.name(run.subject())),
          Cell.count(run.posts(), view.texts()),
          Cell.count(run.media(), view.texts()),
          CostFigure.money(view, run.cents()),
          Cell.text(view.texts().count(run.quarantined()), Long.toString(run.quarantined())));
    }
    return new Figure("runs", runs.isEmpty() ? view.nothing() : panel(view, runs), table);
  }

  private static String panel(PageView view, List<PageRun> runs) {
    Map<String, Long> posts = new LinkedHashMap<>();
    Map<String, Long> quarantined = new LinkedHashMap<>();
    for (PageRun run : runs.reversed()) {
      posts.merge(run.run(), Math.max(0, run.posts()), Long::sum);
      quarantined.merge(run.run(), run.quarantined(), Long::sum);
    }
    List<Long> bars = new ArrayList<>(posts.values());
    long most = bars.stream().mapToLong(Long::longValue).max().orElse(0);
    StringBuilder marks = new StringBuilder();
    int place = 5;
    for (long rows : quarantined.values()) {
      if (rows > 0) {
        marks.append('M').append(place).append(" -6h0");
      }
      place += 10;
    }
    long bad = quarantined.values().stream().mapToLong(Long::longValue).sum();
    String label = view.texts().of("runs.label", bars.size(), view.texts().count(bad));
    return """
    <div class="panel wide"><p class="note">%s</p>%s<p class="axis"><span>%s</span>\
    <span>%s</span></p></div>\
    """
        .formatted(
            Markup.text(label),
            Figure.plot(
                bars.size(),
                label,
                Figure.path("fill", VolumeFigure.bars(bars, most))
                    + Figure.path("bad", marks.toString()),
                most == 0 ? "" : view.texts().count(most)),
            Markup.text(view.texts().moment(runs.getLast().at())),
            Markup.text(view.texts().moment(runs.getFirst().at())));
  }
}
