package dev.fedbytweets.togold.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The table beside a figure, for people and as CSV.
final class PageTable {

  /// A table with more cells than this has weeks in place of days.
  static final int MOST_CELLS = 2000;

  private static final String UNRESERVED =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.!~*'(),";

  private final List<String> heads;
  private final List<String> columns;
  private final List<List<Cell>> rows = new ArrayList<>();

  /// A cell.
  ///
  /// @param shown its HTML
  /// @param raw its values in CSV
  record Cell(String shown, List<String> raw) {

    /// A text that comes from outside.
    static Cell name(String name) {
      return new Cell(Markup.name(name), List.of(name));
    }

    /// A text of ours.
    static Cell text(String shown, String raw) {
      return new Cell(Markup.text(shown), List.of(raw));
    }

    static Cell count(long number, PageTexts texts) {
      String raw = number == SmallNumbers.WITHHELD ? "" : Long.toString(number);
      return text(texts.count(number), number == SmallNumbers.HIDDEN ? "<5" : raw);
    }

    static Cell empty() {
      return text("", "");
    }
  }

  /// @param heads of the columns that are shown
  /// @param columns the names of the columns in CSV
  PageTable(List<String> heads, List<String> columns) {
    this.heads = List.copyOf(heads);
    this.columns = List.copyOf(columns);
  }

  void row(Cell... cells) {
    row(Arrays.asList(cells));
  }

  void row(List<Cell> cells) {
    rows.add(List.copyOf(cells));
  }

  /// @param title says what it is to who cannot see it
  String html(String title) {
    StringBuilder html = new StringBuilder("<table><caption>").append(Markup.text(title));
    html.append("</caption><thead><tr>");
    heads.forEach(head -> html.append("<th scope=\"col\">").append(head).append("</th>"));
    html.append("</tr></thead><tbody>");
    for (List<Cell> row : rows) {
      html.append("<tr><th scope=\"row\">").append(row.getFirst().shown()).append("</th>");
      row.stream()
          .skip(1)
          .forEach(cell -> html.append("<td>").append(cell.shown()).append("</td>"));
      html.append("</tr>");
    }
    return html.append("</tbody></table>").toString();
  }

  /// The CSV as an address.
  String link() {
    StringBuilder csv = new StringBuilder("\ufeff").append(line(columns));
    for (List<Cell> row : rows) {
      csv.append(line(row.stream().flatMap(cell -> cell.raw().stream()).toList()));
    }
    return "data:text/csv;charset=utf-8," + encoded(csv.toString());
  }

  private static String line(List<String> values) {
    return values.stream().map(PageTable::quoted).collect(Collectors.joining(",", "", "\n"));
  }

  /// A value that a spreadsheet does not take for a formula.
  private static String quoted(String value) {
    String safe =
        !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    return safe.contains(",") || safe.contains("\"") || safe.contains("\n") || safe.contains("\r")
        ? '"' + safe.replace("\"", "\"\"") + '"'
        : safe;
  }

  private static String encoded(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte unit : text.getBytes(UTF_8)) {
      if (unit > 0 && UNRESERVED.indexOf(unit) >= 0) {
        encoded.append(unit == '\'' ? "&#39;" : String.valueOf((char) unit));
      } else {
        encoded.append("%%%02X".formatted(unit & 0xff));
      }
    }
    return encoded.toString();
  }
}
