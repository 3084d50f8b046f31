package dev.fedbytweets.local.importing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.fedbytweets.contracts.PageBytes;
import dev.fedbytweets.contracts.UnreadablePageException;
import dev.fedbytweets.core.model.DataKind;
import dev.fedbytweets.core.model.Entity;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/// Reads a JSON object and decides whether it is a response page, and what the page says about
/// itself. A page has `data`, `meta`, `includes` or `errors`, and its `data` holds posts, users,
/// places or media, if anything.
final class PageInspector {

  private final JsonParser json;
  private boolean hasPartOfPage;
  private boolean holdsPages;
  private Optional<String> id = Optional.empty();
  private Optional<String> createdAt = Optional.empty();
  private boolean hasId;
  private DataKind kind = DataKind.NOTHING;
  private DataKind data = DataKind.NOTHING;
  private long rows;
  private Optional<Instant> retrievedAt = Optional.empty();
  private Optional<Instant> newestId = Optional.empty();
  private Optional<Instant> newestPostById = Optional.empty();
  private Optional<Instant> newestPostByTime = Optional.empty();

  /// @param json stands on the start of the object
  PageInspector(JsonParser json) {
    this.json = json;
  }

  /// What a page says about itself; empty if it is none, or it cannot be read.
  ///
  /// @param page UTF-8, which may have to be mended
  static Optional<PageSummary> summary(byte[] page) {
    try {
      return PageBytes.read(
              page,
              (json, bytes) -> {
                PageInspector inspector = new PageInspector(json);
                inspector.inspect();
                return inspector.rejection().isPresent()
                    ? Optional.<PageSummary>empty()
                    : Optional.of(inspector.summary());
              })
          .value();
    } catch (UnreadablePageException _) {
      return Optional.empty();
    }
  }

  /// Reads one element of `data`.
  @FunctionalInterface
  interface ElementReader {

    /// Reads the element that the parser stands on, to its end.
    ///
    /// @return what it holds; empty if it is not an object
    Optional<PageInspector> read() throws IOException;
  }

  /// Reads the object to its end.
  void inspect() throws IOException {
    inspect(this::readElement);
  }

  /// Reads the object to its end.
  ///
  /// @param elements reads the elements if `data` is a list
  void inspect(ElementReader elements) throws IOException {
    for (String name = nextName(); name != null; name = nextName()) {
      kind = kind.withField(name);
      switch (name) {
        case "data" -> {
          hasPartOfPage = true;
          readData(elements);
        }
        case "meta" -> {
          hasPartOfPage = true;
          newestId = field("newest_id").flatMap(PageTimes::timeOfPost).or(() -> newestId);
        }
        case "includes", "errors" -> {
          hasPartOfPage = true;
          json.skipChildren();
        }
        case "id" -> {
          hasId = true;
          id = scalar();
        }
        case "created_at" -> createdAt = scalar();
        case "__twarc" ->
            retrievedAt = field("retrieved_at").flatMap(PageTimes::time).or(() -> retrievedAt);
        default -> json.skipChildren();
      }
    }
  }

  /// Whether it has an `id`, as a post has and a page of a bundle has not.
  boolean hasId() {
    return hasId;
  }

  /// Whether it has any of the fields that only pages have.
  boolean hasPartOfPage() {
    return hasPartOfPage;
  }

  /// Whether what was read so far belongs to a page of a bundle rather than to a post.
  boolean looksLikePage() {
    return hasPartOfPage && !hasId;
  }

  /// Why the object is not a page; empty if it is one.
  Optional<RejectionReason> rejection() {
    if (hasPartOfPage) {
      return holdsPages
          ? Optional.of(RejectionReason.NESTED_PAGES)
          : Optional.of(data)
              .filter(it -> !it.isTaken() && it != DataKind.NOTHING)
              .map(RejectionReason::of);
    }
    return Optional.of(
        hasId && kind.isTaken() ? RejectionReason.singleRow(kind) : RejectionReason.NOT_A_PAGE);
  }

  /// What the page says about itself.
  PageSummary summary() {
    Optional<Instant> newest = newestId.or(() -> newestPostById).or(() -> newestPostByTime);
    return new PageSummary(retrievedAt, newest, rows(Entity.TWEETS), rows(Entity.USERS));
  }

  private long rows(Entity table) {
    return data.table().equals(Optional.of(table)) ? rows : 0;
  }

  private void readData(ElementReader elements) throws IOException {
    if (json.hasToken(JsonToken.START_ARRAY)) {
      while (json.nextToken() != JsonToken.END_ARRAY) {
        elements.read().ifPresent(this::add);
      }
    } else {
      readElement().ifPresent(this::add);
    }
  }

  private Optional<PageInspector> readElement() throws IOException {
    if (!json.hasToken(JsonToken.START_OBJECT)) {
      json.skipChildren();
      return Optional.empty();
    }
    PageInspector element = new PageInspector(json);
    element.inspect();
    return Optional.of(element);
  }

  private void add(PageInspector element) {
    holdsPages |= element.looksLikePage();
    data = data.followedBy(element.kind);
    newestPostById = later(newestPostById, element.id.flatMap(PageTimes::timeOfPost));
    if (newestPostById.isEmpty()) {
      newestPostByTime = later(newestPostByTime, element.createdAt.flatMap(PageTimes::time));
    }
    rows++;
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
