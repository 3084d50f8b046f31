package dev.fedbytweets.togold.page;

import java.util.List;
import java.util.Map;

/// With what a reader chooses days, a subject, the language and the theme. The script shows them;
/// without it they would do nothing.
final class PageControls {

  private PageControls() {}

  static String of(PageView view) {
    List<PageRange> choices = view.model().ranges();
    StringBuilder ranges = new StringBuilder();
    for (int i = 0; i < choices.size(); i++) {
      boolean all = i == choices.size() - 1;
      String key = all ? "range.all" : "range.days";
      ranges
          .append("<label><input type=\"radio\" name=\"range\" value=\"%d\"".formatted(i))
          .append(all ? " checked=\"checked\"/>" : "/>")
          .append("<span data-range=\"%d\">".formatted(i))
          .append(view.html(key, choices.get(i).days()))
          .append("</span></label>");
    }
    StringBuilder subjects = new StringBuilder();
    for (int i = 0; i < view.model().subjects().size(); i++) {
      subjects.append("<option value=\"%d\">%s</option>".formatted(i, Markup.text(view.name(i))));
    }
    return Template.filled(
        "controls.html",
        Map.of(
            "one-range", choices.size() == 1 ? " hidden=\"hidden\"" : "",
            "range", view.translated("range"),
            "ranges", ranges.toString(),
            "subject", view.translated("subject"),
            "all-subjects", view.html("all-subjects"),
            "subjects", subjects.toString(),
            "other-language", view.html("other.code"),
            "other-name", view.html("other.name"),
            "theme", view.html("theme.dark")));
  }
}
