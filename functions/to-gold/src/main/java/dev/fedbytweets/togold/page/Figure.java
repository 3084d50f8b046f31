package dev.fedbytweets.togold.page;

/// A figure of the page.
///
/// @param id also the beginning of its texts' keys
/// @param chart its HTML
/// @param table the numbers that it shows
record Figure(String id, String chart, PageTable table) {

  /// A drawing that is as wide as its place, in units of ten for each day or week, and 100 high.
  static String plot(int bins, String label, String drawing, String most) {
    return """
    <div class="plot"><svg viewBox="0 0 %d 100" preserveAspectRatio="none" role="img" \
    aria-label="%s">%s</svg><span class="max">%s</span></div>\
    """
        .formatted(10 * bins, Markup.text(label), drawing, Markup.text(most));
  }

  static String path(String style, String path) {
    return path.isEmpty() ? "" : "<path class=\"" + style + "\" d=\"" + path + "\"/>";
  }
}
