package dev.fedbytweets.processraw.page;

import static dev.fedbytweets.processraw.page.JsonCursor.first;

import java.io.IOException;

/// Reads an address that X found in a text.
final class Address {

  private Address() {}

  /// The address as it was written, else X's short form of it. (Where that leads in the end, X's
  /// `unwound_url`, is not asked.)
  static String read(JsonCursor in) throws IOException {
    String expanded = null;
    String shortened = null;
    for (String name = in.firstName(); name != null; name = in.nextName()) {
      switch (name) {
        case "expanded_url" -> expanded = first(expanded, in.text());
        case "url" -> shortened = first(shortened, in.text());
        default -> in.skip();
      }
    }
    return first(expanded, shortened);
  }
}
