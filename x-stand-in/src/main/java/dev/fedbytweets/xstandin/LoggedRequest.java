package dev.fedbytweets.xstandin;

import dev.fedbytweets.xstandin.endpoint.Answer;
import dev.fedbytweets.xstandin.endpoint.Answer.Delivery;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// A request that the stand-in was asked, and what came of it.
///
/// @param status the HTTP status that was answered, or would have been
/// @param served the posts, users and media that the answer held, even if it did not arrive
/// @param fault empty if nothing was made to go wrong
public record LoggedRequest(
    ReceivedRequest request,
    int status,
    Answer.Content served,
    Delivery delivery,
    Optional<Fault> fault) {

  static LoggedRequest of(ReceivedRequest request, Answer answer, Optional<Fault> fault) {
    return new LoggedRequest(request, answer.status(), answer.content(), answer.delivery(), fault);
  }

  public int number() {
    return request.number();
  }

  public Instant at() {
    return request.at();
  }

  public String path() {
    return request.path();
  }

  /// Decoded, by name.
  public Map<String, String> parameters() {
    return request.parameters().asMap();
  }

  /// By lower-case name.
  public Map<String, String> headers() {
    return request.headers();
  }

  /// Whether the client received a page of a search that it can use.
  public boolean gavePage() {
    return served.page() != null && (delivery == Delivery.WHOLE || delivery == Delivery.HUNG_UP);
  }
}
