package dev.fedbytweets.local.query;

import java.io.IOException;
import java.io.Writer;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// See [ResultFormat#CSV] and [ResultFormat#EXCEL]. No library is used, because the libraries at
/// hand (Jackson's, and COPY of DuckDB) cannot both tell null from an empty text and quote a null
/// that would otherwise be a blank line, which readers skip.
///
/// @param reader the program for which the file is written
record CsvWriter(Reader reader) implements ResultWriter {

  private static final String EMPTY = "\"\"";
  private static final String BYTE_ORDER_MARK = "\ufeff";

  /// Excel keeps 15 digits of a number.
  private static final BigInteger LONGEST = BigInteger.TEN.pow(15);

  /// Programs that read CSV.
  enum Reader {
    ANY,
    EXCEL
  }

  @Override
  public void write(QueryResult result, Writer target) throws IOException {
    target.write(reader == Reader.EXCEL ? BYTE_ORDER_MARK : "");
    writeLine(result.columns().stream().map(column -> field(column.name())).toList(), target);
    while (result.next()) {
      List<String> fields = new ArrayList<>();
      List<Object> values = result.row();
      for (int column = 0; column < values.size(); column++) {
        String name = result.columns().get(column).name();
        fields.add(values.get(column) == null ? "" : field(text(name, values.get(column))));
      }
      writeLine(fields.equals(List.of("")) ? List.of(EMPTY) : fields, target);
    }
  }

  private String text(String column, Object value) {
    String text = CellValues.text(value);
    if (reader == Reader.ANY) {
      return text;
    }
    return switch (value) {
      case Integer number -> whole(column, BigInteger.valueOf(number));
      case Long number -> whole(column, BigInteger.valueOf(number));
      case BigInteger number -> whole(column, number);
      case Number _ -> text;
      default -> isFormula(text) ? "'" + text : text;
    };
  }

  private static String whole(String column, BigInteger number) {
    boolean isText = ResultColumn.isIdentifier(column) || number.abs().compareTo(LONGEST) >= 0;
    return isText ? "=\"%d\"".formatted(number) : number.toString();
  }

  private static boolean isFormula(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
  }

  private static void writeLine(List<String> fields, Writer target) throws IOException {
    target.write(String.join(",", fields));
    target.write("\r\n");
  }

  private static String field(String text) {
    boolean needsQuotes =
        text.isEmpty()
            || text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
            || text.charAt(0) == ' '
            || text.charAt(text.length() - 1) == ' ';
    return needsQuotes ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
