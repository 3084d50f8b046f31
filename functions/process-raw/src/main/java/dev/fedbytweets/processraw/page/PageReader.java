package dev.fedbytweets.processraw.page;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.fedbytweets.contracts.PageBytes;
import dev.fedbytweets.core.model.DataKind;
import dev.fedbytweets.core.model.FoundAs;
import dev.fedbytweets.core.model.Medium;
import dev.fedbytweets.core.model.Place;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.core.model.User;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Reads the top of a page, once.
final class PageReader {

  /// `__twarc` is twarc's own note of when and how it asked; `matching_rules` come with stream
  /// lines.
  private static final Set<String> UNUSED = Set.of("meta", "matching_rules", "__twarc");

  private static final Set<String> UNUSED_INCLUDES = Set.of("polls", "topics");

  private final byte[] page;
  private final JsonCursor in;
  private final RowsReader<Tweet, PostReader> results;
  private final RowsReader<Tweet, PostReader> referenced;
  private final RowsReader<User, UserReader> users;
  private final RowsReader<Place, PlaceReader> places;
  private final RowsReader<Medium, MediumReader> media;
  private DataKind data = DataKind.NOTHING;
  private int partialErrors;

  /// @param in at the page's object
  PageReader(byte[] page, PageOrigin origin, JsonCursor in) {
    this.page = page;
    this.in = in;
    results = new RowsReader<>(page, origin, () -> new PostReader(FoundAs.RESULT));
    referenced = new RowsReader<>(page, origin, () -> new PostReader(FoundAs.REFERENCED));
    users = new RowsReader<>(page, origin, UserReader::new);
    places = new RowsReader<>(page, origin, PlaceReader::new);
    media = new RowsReader<>(page, origin, MediumReader::new);
  }

  PageOutcome read() throws IOException {
    for (String name = in.firstName(); name != null; name = in.nextName()) {
      switch (name) {
        case "data" -> readData();
        case "includes" -> readIncludes();
        case "errors" -> countErrors();
        default -> in.leave(UNUSED);
      }
    }
    if (data.table().isEmpty()) {
      return new BrokenPage(data.refusal());
    }
    completeRetweets();
    return new ParsedPage(
        results.rows().withMore(referenced.rows(), Tweet::id),
        users.rows(),
        places.rows(),
        media.rows(),
        in.unknown().toMap(),
        in.malformed().toMap(),
        partialErrors,
        in.hasMended());
  }

  private void readData() throws IOException {
    data = data.followedBy(kindOfData());
    switch (data.table().orElse(null)) {
      case TWEETS -> results.read(in);
      case USERS -> users.read(in);
      case PLACES -> places.read(in);
      case MEDIA -> media.read(in);
      case null -> in.skip();
    }
  }

  /// Looks ahead: mostly at the first row alone. What is wrong with its JSON shows when it is read.
  private DataKind kindOfData() throws IOException {
    DataKind kind = DataKind.NOTHING;
    int start = in.start();
    try (JsonParser ahead = PageBytes.parser(page, start)) {
      if (ahead.nextToken() == JsonToken.START_OBJECT) {
        return kindOfRow(ahead);
      }
      boolean isList = ahead.hasToken(JsonToken.START_ARRAY);
      while (isList && !kind.isTaken() && ahead.nextToken() != JsonToken.END_ARRAY) {
        kind = kind.followedBy(kindOfRow(ahead));
      }
    } catch (JsonProcessingException e) {
      return kind;
    }
    return kind;
  }

  private static DataKind kindOfRow(JsonParser row) throws IOException {
    DataKind kind = DataKind.NOTHING;
    if (!row.hasToken(JsonToken.START_OBJECT)) {
      row.skipChildren();
      return kind;
    }
    for (String name = row.nextFieldName(); name != null; name = row.nextFieldName()) {
      kind = kind.withField(name);
      row.nextToken();
      row.skipChildren();
    }
    return kind;
  }

  private void readIncludes() throws IOException {
    for (String name = in.firstName(); name != null; name = in.nextName()) {
      switch (name) {
        case "users" -> users.read(in);
        case "tweets", "posts" -> referenced.read(in);
        case "places" -> places.read(in);
        case "media" -> media.read(in);
        default -> in.leave(UNUSED_INCLUDES);
      }
    }
  }

  /// The text of a retweet is cut. The whole of it stands in the post that it repeats, if the page
  /// has that too.
  private void completeRetweets() {
    Map<String, PostReader> posts = new HashMap<>();
    referenced.kept().forEach(post -> posts.put(post.id(), post));
    results.kept().forEach(post -> posts.put(post.id(), post));
    for (PostReader post : posts.values()) {
      PostReader retweeted = posts.get(post.retweetedId());
      if (retweeted != null && retweeted != post) {
        post.complete(retweeted);
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
