package dev.fedbytweets.processraw.page;

import java.util.ArrayList;
import java.util.List;

/// Reads CSV as RFC 4180 describes it.
final class Csv {

  private final String text;
  private int at;

  private Csv(String text) {
    this.text = text;
  }

  static List<List<String>> read(String text) {
    Csv csv = new Csv(text);
    List<List<String>> lines = new ArrayList<>();
    while (csv.at < text.length()) {
      lines.add(csv.line());
    }
    return lines;
  }

  private List<String> line() {
    List<String> values = new ArrayList<>();
    do {
      values.add(is('"') ? quoted() : plain());
    } while (take(','));
    take('\r');
    take('\n');
    return values;
  }

  private String plain() {
    int start = at;
    while (at < text.length() && !is(',') && !is('\r') && !is('\n')) {
      at++;
    }
    return text.substring(start, at);
  }

  private String quoted() {
    StringBuilder value = new StringBuilder();
    at++;
    while (!take('"') || is('"')) {
      value.append(text.charAt(at++));
    }
    return value.toString();
  }

  private boolean take(char expected) {
    boolean there = is(expected);
    at += there ? 1 : 0;
    return there;
  }

  private boolean is(char expected) {
    return at < text.length() && text.charAt(at) == expected;
  }
}
