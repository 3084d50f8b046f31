package dev.fedbytweets.xstandin.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fedbytweets.xstandin.json.XJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/// Page bodies that somebody recorded, served byte for byte and in their order for one query: the
/// first to a request without a token, each other to the `next_token` of the one before it. A
/// token in the last leads to an empty page, which ends the window; so does a `since_id` that is
/// not older than the first page's newest post.
public final class RecordedPages {

  private final String query;
  private final List<Recording> pages;
  private final Map<String, Answer> answerOfToken = new HashMap<>();

  private RecordedPages(String query, List<Recording> pages) {
    this.query = query;
    this.pages = pages;
    for (int i = 0; i < pages.size(); i++) {
      Answer next = i + 1 < pages.size() ? pages.get(i + 1).answer() : emptyPage();
      String token = pages.get(i).text("next_token");
      if (token != null && answerOfToken.putIfAbsent(token, next) != null) {
        throw new IllegalArgumentException("page %d has an earlier page's next_token".formatted(i));
      }
      if (token == null && i + 1 < pages.size()) {
        throw new IllegalArgumentException(
            "page %d is not the last, but has no next_token".formatted(i));
      }
    }
  }

  /// @param query for which the pages are served, compared as it is written
  /// @param bodies in their order, not empty
  /// @throws IllegalArgumentException if no token would lead to one of them
  public static RecordedPages of(String query, List<byte[]> bodies) {
    if (bodies.isEmpty()) {
      throw new IllegalArgumentException("a recording has at least one page");
    }
    return new RecordedPages(
        Objects.requireNonNull(query, "query"),
        IntStream.range(0, bodies.size())
            .mapToObj(i -> Recording.of(bodies.get(i), "recorded-" + i))
            .toList());
  }

  boolean answers(Parameters parameters) {
    return parameters.value("query").filter(query::equals).isPresent();
  }

  /// @throws InvalidRequestException if no page has this token
  Answer answer(Parameters parameters, Optional<String> token) {
    if (token.isEmpty()) {
      Optional<Long> sinceId = parameters.value("since_id").map(Long::parseLong);
      return sinceId.filter(pages.getFirst()::hasNothingAfter).isPresent()
          ? emptyPage()
          : pages.getFirst().answer();
    }
    return token
        .map(answerOfToken::get)
        .orElseThrow(() -> InvalidRequestException.unknownToken(token.get()));
  }

  private static Answer emptyPage() {
    ObjectNode document = XJson.object();
    document.putObject("meta").put("result_count", 0);
    return Answer.ok(document, new Answer.Content("recorded-end", List.of(), List.of(), List.of()));
  }

  /// A page with what must be known of it to serve it; a body that is no JSON has nothing to
  /// know.
  private record Recording(JsonNode meta, Answer answer) {

    static Recording of(byte[] body, String name) {
      JsonNode document = XJson.read(body).orElse(MissingNode.getInstance());
      Answer.Content content =
          new Answer.Content(
              name,
              texts(document.path("data"), "id"),
              texts(document.at("/includes/users"), "id"),
              texts(document.at("/includes/media"), "media_key"));
      return new Recording(document.path("meta"), Answer.ok(body, content));
    }

    /// Null if the page does not say it.
    String text(String name) {
      return meta.path(name).textValue();
    }

    boolean hasNothingAfter(long id) {
      String newest = text("newest_id");
      return newest != null && Long.parseLong(newest) <= id;
    }

    private static List<String> texts(JsonNode list, String name) {
      return StreamSupport.stream(list.spliterator(), false)
          .map(element -> element.path(name).asText())
          .filter(text -> !text.isEmpty())
          .toList();
    }
  }
}
