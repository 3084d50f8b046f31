package dev.fedbytweets.local.importing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;

/// Looks whether a piece is one whole response page, and what it says about itself. A page is a
/// JSON object with `data`, `meta`, `includes` or `errors`, of which `data` holds no pages.
final class PageInspector {

  /// Detecting other encodings is off, as it is where pages are read into rows.
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(JsonFactory.Feature.CHARSET_DETECTION).build();

  private final JsonParser json;
  private boolean isPage;
  private boolean hasId;
  private boolean holdsPages;
  private long posts;
  private Optional<Instant> retrievedAt = Optional.empty();
  private Optional<Instant> newestId = Optional.empty();
  private Optional<Instant> newestPostById = Optional.empty();
  private Optional<Instant> newestPostByTime = Optional.empty();

  private PageInspector(JsonParser json) {
    this.json = json;
  }

  /// Looks at all of a piece.
  static PageLook inspect(Slice piece) {
    try (JsonParser json = JSON.createParser(piece.bytes(), piece.from(), piece.length())) {
      return new PageInspector(json).inspect();
    } catch (StreamConstraintsException e) {
      return new PageLook.Unusable(Defect.OUT_OF_BOUNDS, 0);
    } catch (JsonProcessingException e) {
      return new PageLook.Unusable(Defect.NOT_JSON, e.getLocation().getByteOffset());
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory failed", e);
    }
  }

  private PageLook inspect() throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      return new PageLook.Unusable(Defect.NO_OBJECT, 0);
    }
    readPage();
    if (json.nextToken() != null) {
      return new PageLook.Unusable(Defect.NOT_JSON, json.currentTokenLocation().getByteOffset());
    }
    if (!isPage) {
      return new PageLook.Unusable(hasId ? Defect.SINGLE_POST : Defect.NO_PAGE, 0);
    }
    if (holdsPages) {
      return new PageLook.Unusable(Defect.PAGES_IN_PAGE, 0);
    }
    Optional<Instant> newest = newestId.or(() -> newestPostById).or(() -> newestPostByTime);
    return new PageFacts(retrievedAt, newest, posts, hasId);
  }

  private void readPage() throws IOException {
    for (String name = nextName(); name != null; name = nextName()) {
      isPage |= isPartOfPage(name);
      hasId |= name.equals("id");
      switch (name) {
        case "data" -> readData();
        case "meta" ->
            newestId = field("newest_id").flatMap(PageTimes::timeOfPost).or(() -> newestId);
        case "__twarc" ->
            retrievedAt = field("retrieved_at").flatMap(PageTimes::time).or(() -> retrievedAt);
        default -> json.skipChildren();
      }
    }
  }

  private void readData() throws IOException {
    if (json.hasToken(JsonToken.START_OBJECT)) {
      readPost();
    } else if (json.hasToken(JsonToken.START_ARRAY)) {
      while (json.nextToken() != JsonToken.END_ARRAY) {
        if (json.hasToken(JsonToken.START_OBJECT)) {
          readPost();
        } else {
          json.skipChildren();
        }
      }
    }
  }

  private void readPost() throws IOException {
    boolean looksLikePage = false;
    boolean postHasId = false;
    for (String name = nextName(); name != null; name = nextName()) {
      looksLikePage |= isPartOfPage(name);
      switch (name) {
        case "id" -> {
          postHasId = true;
          newestPostById = later(newestPostById, scalar().flatMap(PageTimes::timeOfPost));
        }
        case "created_at" ->
            newestPostByTime = later(newestPostByTime, scalar().flatMap(PageTimes::time));
        default -> json.skipChildren();
      }
    }
    holdsPages |= looksLikePage && !postHasId;
    posts++;
  }

  private static boolean isPartOfPage(String name) {
    return switch (name) {
      case "data", "meta", "includes", "errors" -> true;
      default -> false;
    };
  }

  /// What the object that the parser stands on holds under this name; passes over all of it.
  private Optional<String> field(String field) throws IOException {
    Optional<String> value = Optional.empty();
    if (json.hasToken(JsonToken.START_OBJECT)) {
      for (String name = nextName(); name != null; name = nextName()) {
        if (name.equals(field)) {
          value = scalar();
        } else {
          json.skipChildren();
        }
      }
    } else {
      json.skipChildren();
    }
    return value;
  }

  /// The name of the next field, whose value the parser then stands on; null at the object's end.
  private String nextName() throws IOException {
    String name = json.nextFieldName();
    if (name != null) {
      json.nextToken();
    }
    return name;
  }

  private Optional<String> scalar() throws IOException {
    if (json.currentToken().isScalarValue()) {
      return Optional.of(json.getText());
    }
    json.skipChildren();
    return Optional.empty();
  }

  private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
    return one.isEmpty() || other.isPresent() && other.get().isAfter(one.get()) ? other : one;
  }
}
