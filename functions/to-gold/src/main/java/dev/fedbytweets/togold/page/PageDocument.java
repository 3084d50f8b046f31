package dev.fedbytweets.togold.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Puts the page together.
final class PageDocument {

  private static final JsonMapper MAPPER = new JsonMapper();

  private final PageView view;
  private final List<Figure> figures;

  private PageDocument(PageView view) {
    this.view = view;
    this.figures = figures(view);
  }

  /// The page in the language of the view.
  static byte[] of(PageView view) {
    return new PageDocument(view).html().getBytes(UTF_8);
  }

  private String html() {
    String style = Resources.compact("page.css");
    String script = Resources.compact("page.js");
    String policy =
        """
        default-src 'none'; script-src '%s'; style-src '%s'; img-src data:; base-uri 'none'; \
        form-action 'none'\
        """
            .formatted(hash(script), hash(style));
    return Template.filled(
        "page.html",
        Map.ofEntries(
            Map.entry("language", view.texts().language()),
            Map.entry("policy", policy),
            Map.entry("title", view.html("title")),
            Map.entry("style", style),
            Map.entry("skip", view.html("skip")),
            Map.entry("header", header()),
            Map.entry("controls-label", view.html("controls")),
            Map.entry("controls", PageControls.of(view)),
            Map.entry("contents-label", view.html("contents")),
            Map.entry("contents", contents()),
            Map.entry("sections", sections()),
            Map.entry("footer", footer()),
            Map.entry("data", json(view.model())),
            Map.entry("texts", json(dictionaries())),
            Map.entry("script", script)));
  }

  private String header() {
    return """
    <p class="brand">Fed By Tweets</p><h1>%s</h1><p class="standfirst" id="standfirst">%s</p>\
    <dl class="heads" id="heads">%s</dl>\
    """
        .formatted(view.translated("title"), Standfirst.of(view), HeadNumbers.of(view));
  }

  private String sections() {
    StringBuilder sections = new StringBuilder();
    for (Figure figure : figures) {
      sections.append(section(figure));
    }
    return sections.toString();
  }

  private String contents() {
    return figures.stream()
        .map(
            figure ->
                "<a href=\"#%s\">%s</a>"
                    .formatted(figure.id(), view.translated(figure.id() + ".title")))
        .collect(Collectors.joining());
  }

  private static List<Figure> figures(PageView view) {
    return List.of(
        VolumeFigure.of(view),
        SentimentFigure.of(view),
        ListFigure.topics(view),
        MoverFigure.hashtags(view),
        MoverFigure.domains(view),
        ListFigure.places(view),
        EngagementFigure.of(view),
        CollectionFigure.of(view),
        CostFigure.of(view),
        RunFigure.of(view));
  }

  private String section(Figure figure) {
    return Template.filled(
        "section.html",
        Map.of(
            "id", figure.id(),
            "title", view.translated(figure.id() + ".title"),
            "lead", view.translated(figure.id() + ".lead"),
            "chart", figure.chart(),
            "table-title", view.translated("table"),
            "table", figure.table().html(view.texts().of(figure.id() + ".title")),
            "csv-title", view.translated("csv"),
            "csv", figure.table().link()));
  }

  private String models() {
    return view.model().models().stream()
        .map(model -> view.html("footer.model", model.get(0), model.get(1)))
        .collect(Collectors.joining(" "));
  }

  private String footer() {
    return "<p>%s</p><p>%s</p><p>%s</p><p id=\"models\">%s</p><p id=\"made\">%s</p>"
        .formatted(
            view.translated("footer.sentiment"),
            view.translated("footer.few"),
            view.translated("footer.posts"),
            models(),
            view.html("footer.made", view.texts().moment(view.model().now())));
  }

  private static Map<String, Map<String, String>> dictionaries() {
    Map<String, Map<String, String>> all = new LinkedHashMap<>();
    PageTexts.LANGUAGES.forEach(language -> all.put(language, PageTexts.in(language).all()));
    return all;
  }

  /// JSON that cannot end the element in which it stands.
  private static String json(Object value) {
    try {
      return MAPPER
          .writeValueAsString(value)
          .replace("<", "\\u003c")
          .replace(">", "\\u003e")
          .replace("&", "\\u0026");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the model cannot be written", e);
    }
  }

  private static String hash(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
