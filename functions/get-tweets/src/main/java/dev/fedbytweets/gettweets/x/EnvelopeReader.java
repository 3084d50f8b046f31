package dev.fedbytweets.gettweets.x;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.fedbytweets.contracts.PageBytes;
import dev.fedbytweets.contracts.UnreadablePageException;
import dev.fedbytweets.core.storage.PageMetadata;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the [Envelope] of a page in one pass over its bytes. What a page has beyond the envelope
/// is passed over, whatever it is.
final class EnvelopeReader {

  private static final Pattern TOKEN =
      Pattern.compile("[!-~]{1,%d}".formatted(PageMetadata.LONGEST_TOKEN));

  private final JsonParser json;
  private final List<Long> ids = new ArrayList<>();
  private int posts;
  private int users;
  private int media;
  private int partialErrors;
  private @Nullable Long newestSeen;
  private @Nullable Long oldestSeen;
  private @Nullable Long newestSaid;
  private @Nullable Long oldestSaid;
  private @Nullable String nextToken;
  private boolean hasMeta;
  private boolean isEndUnknown;

  private EnvelopeReader(JsonParser json) {
    this.json = json;
  }

  /// The envelope of a page, as [PageBytes] reads it.
  ///
  /// @throws UnreadablePageException if it cannot be read
  static Envelope read(byte[] body) throws UnreadablePageException {
    return PageBytes.read(body, (json, page) -> new EnvelopeReader(json).read()).value();
  }

  /// What can be seen of a page that cannot be read: its posts, users and media, up to where it
  /// breaks off or is damaged.
  ///
  /// @return null if it is not even the beginning of a JSON object
  static @Nullable Envelope readBeginning(byte[] body) {
    List<EnvelopeReader> begun = new ArrayList<>();
    try {
      PageBytes.read(
          body,
          (json, page) -> {
            EnvelopeReader reader = new EnvelopeReader(json);
            begun.add(reader);
            return reader.read();
          });
    } catch (UnreadablePageException _) {
      // As expected.
    }
    if (begun.isEmpty()) {
      return null;
    }
    EnvelopeReader last = begun.getLast();
    return new Envelope(
        last.posts,
        last.ids,
        last.users,
        last.media,
        0,
        last.newestSeen,
        last.oldestSeen,
        null,
        false);
  }

  private Envelope read() throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      readPart(nextName());
    }
    return new Envelope(
        posts,
        ids,
        users,
        media,
        partialErrors,
        newestSaid == null ? newestSeen : newestSaid,
        oldestSaid == null ? oldestSeen : oldestSaid,
        nextToken,
        hasMeta && !isEndUnknown);
  }

  private void readPart(String name) throws IOException {
    switch (name) {
      case "data" -> readPosts();
      case "includes" -> readIncludes();
      case "errors" -> partialErrors += items();
      case "meta" -> readMeta();
      default -> json.skipChildren();
    }
  }

  private void readPosts() throws IOException {
    if (json.hasToken(JsonToken.START_OBJECT)) {
      readPost();
    } else if (json.hasToken(JsonToken.START_ARRAY)) {
      while (json.nextToken() != JsonToken.END_ARRAY) {
        readPost();
      }
    }
  }

  private void readPost() throws IOException {
    posts++;
    if (json.hasToken(JsonToken.START_OBJECT)) {
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        if (nextName().equals("id")) {
          see(id());
        }
        json.skipChildren();
      }
    } else {
      json.skipChildren();
    }
  }

  private void see(@Nullable Long id) {
    if (id != null) {
      ids.add(id);
      newestSeen = newestSeen == null ? id : Math.max(newestSeen, id);
      oldestSeen = oldestSeen == null ? id : Math.min(oldestSeen, id);
    }
  }

  private void readIncludes() throws IOException {
    if (json.hasToken(JsonToken.START_OBJECT)) {
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        switch (nextName()) {
          case "users" -> users += items();
          case "media" -> media += items();
          default -> json.skipChildren();
        }
      }
    } else {
      json.skipChildren();
    }
  }

  private void readMeta() throws IOException {
    if (json.hasToken(JsonToken.START_OBJECT)) {
      hasMeta = true;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        readMeta(nextName());
      }
    } else {
      json.skipChildren();
    }
  }

  private void readMeta(String name) throws IOException {
    switch (name) {
      case "newest_id" -> newestSaid = id();
      case "oldest_id" -> oldestSaid = id();
      case "next_token" -> readToken();
      default -> {}
    }
    json.skipChildren();
  }

  /// The items of an array, 0 if it is none.
  private int items() throws IOException {
    int items = 0;
    if (json.hasToken(JsonToken.START_ARRAY)) {
      while (json.nextToken() != JsonToken.END_ARRAY) {
        json.skipChildren();
        items++;
      }
    } else {
      json.skipChildren();
    }
    return items;
  }

  /// As text, also where it is a number: identifiers exceed what a double can hold.
  private @Nullable Long id() throws IOException {
    if (!json.hasToken(JsonToken.VALUE_STRING) && !json.hasToken(JsonToken.VALUE_NUMBER_INT)) {
      return null;
    }
    try {
      return Long.valueOf(json.getText());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /// A token that cannot be kept in a page's metadata, since it is damaged or too long, is not
  /// followed; it says all the same that something follows.
  private void readToken() throws IOException {
    String token = json.getValueAsString();
    if (token != null && !token.isEmpty()) {
      boolean usable = TOKEN.matcher(token).matches();
      nextToken = usable ? token : null;
      isEndUnknown = !usable;
    }
  }

  private String nextName() throws IOException {
    String name = json.currentName();
    json.nextToken();
    return name;
  }
}
