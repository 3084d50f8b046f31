package dev.fedbytweets.xstandin;

import dev.fedbytweets.xstandin.endpoint.Answer;
import dev.fedbytweets.xstandin.endpoint.CountsEndpoint;
import dev.fedbytweets.xstandin.endpoint.Endpoint;
import dev.fedbytweets.xstandin.endpoint.InvalidRequestException;
import dev.fedbytweets.xstandin.endpoint.Problems;
import dev.fedbytweets.xstandin.endpoint.SearchEndpoint;
import dev.fedbytweets.xstandin.endpoint.UsageEndpoint;
import java.util.Map;

/// Finds the right answer to a request: checks its token, counts it against the rate limit of its
/// endpoint, and asks the endpoint.
final class RequestRouter {

  static final String SEARCH = "/2/tweets/search/recent";
  static final String COUNTS = "/2/tweets/counts/recent";
  static final String USAGE = "/2/usage/tweets";

  private final StandInRules rules;
  private final Map<String, Endpoint> endpoints;
  private final Map<String, RateLimiter> limiters;
  private final RateLimiter elsewhere = new RateLimiter(RateRule.SEARCH);

  RequestRouter(StandInRules rules, RequestLog log) {
    this.rules = rules;
    this.endpoints =
        Map.of(
            SEARCH, new SearchEndpoint(rules.posts(), rules.recorded(), rules.search()),
            COUNTS, new CountsEndpoint(rules.posts(), rules.search()),
            USAGE, new UsageEndpoint(log::chargedPostsByDay));
    this.limiters =
        Map.of(
            SEARCH, new RateLimiter(rules.searchRate()),
            COUNTS, new RateLimiter(RateRule.COUNTS),
            USAGE, new RateLimiter(RateRule.USAGE));
  }

  Answer answer(ReceivedRequest request) {
    RateLimiter limiter = limiters.getOrDefault(request.path(), elsewhere);
    boolean authorized = rules.authorization().equals(request.headers().get("authorization"));
    RateLimiter.Decision decision =
        authorized ? limiter.ask(request.at()) : limiter.look(request.at());
    Answer answer = authorized ? answer(request, decision) : Problems.unauthorized();
    return decision.writeTo(answer);
  }

  private Answer answer(ReceivedRequest request, RateLimiter.Decision decision) {
    return switch (decision.verdict()) {
      case GRANTED -> granted(request);
      case EXHAUSTED, TOO_FAST ->
          switch (rules.refusal()) {
            case JSON -> Problems.tooManyRequests();
            case TEXT -> Problems.tooManyRequestsAsText();
          };
    };
  }

  private Answer granted(ReceivedRequest request) {
    Endpoint endpoint = endpoints.get(request.path());
    if (endpoint == null) {
      return Problems.notFound();
    }
    if (!request.method().equals("GET")) {
      return Problems.methodNotAllowed();
    }
    try {
      return endpoint.answer(request.parameters(), request.at());
    } catch (InvalidRequestException e) {
      return Problems.invalidRequest(e);
    }
  }
}
