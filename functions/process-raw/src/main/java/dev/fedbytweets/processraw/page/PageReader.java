package dev.fedbytweets.processraw.page;

import dev.fedbytweets.core.model.Place;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.core.model.User;
import java.io.IOException;
import java.util.Set;

/// Reads the top of a page, once.
final class PageReader {

  /// `__twarc` is twarc's own note of when and how it asked; `matching_rules` come with stream
  /// lines.
  private static final Set<String> UNUSED = Set.of("meta", "matching_rules", "__twarc");

  private static final Set<String> UNUSED_INCLUDES =
      Set.of("tweets", "posts", "media", "polls", "topics");

  private final JsonCursor in;
  private final RowsReader<Tweet> tweets;
  private final RowsReader<User> users;
  private final RowsReader<Place> places;
  private int partialErrors;

  /// @param in at the page's object
  PageReader(byte[] page, PageOrigin origin, JsonCursor in) {
    this.in = in;
    tweets = new RowsReader<>(page, origin, PostReader::new);
    users = new RowsReader<>(page, origin, UserReader::new);
    places = new RowsReader<>(page, origin, PlaceReader::new);
  }

  ParsedPage read() throws IOException {
    for (String name = in.firstName(); name != null; name = in.nextName()) {
      switch (name) {
        case "data" -> tweets.read(in);
        case "includes" -> readIncludes();
        case "errors" -> countErrors();
        default -> in.leave(UNUSED);
      }
    }
    return new ParsedPage(
        tweets.rows(),
        users.rows(),
        places.rows(),
        in.unknown().toMap(),
        in.malformed().toMap(),
        partialErrors);
  }

  private void readIncludes() throws IOException {
    for (String name = in.firstName(); name != null; name = in.nextName()) {
      switch (name) {
        case "users" -> users.read(in);
        case "places" -> places.read(in);
        default -> in.leave(UNUSED_INCLUDES);
      }
    }
  }

  private void countErrors() throws IOException {
    for (boolean more = in.firstElement(); more; more = in.nextElement()) {
      in.skip();
      partialErrors++;
    }
  }
}
