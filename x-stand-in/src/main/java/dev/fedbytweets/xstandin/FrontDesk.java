package dev.fedbytweets.xstandin;

import dev.fedbytweets.xstandin.endpoint.Answer;
import dev.fedbytweets.xstandin.endpoint.CountsEndpoint;
import dev.fedbytweets.xstandin.endpoint.Endpoint;
import dev.fedbytweets.xstandin.endpoint.InvalidRequestException;
import dev.fedbytweets.xstandin.endpoint.Problems;
import dev.fedbytweets.xstandin.endpoint.SearchEndpoint;
import dev.fedbytweets.xstandin.endpoint.UsageEndpoint;
import java.util.Map;
import java.util.Optional;

/// Decides what a request is told: who may ask, how often, and what.
final class FrontDesk {

  static final String SEARCH = "/2/tweets/search/recent";
  static final String COUNTS = "/2/tweets/counts/recent";
  static final String USAGE = "/2/usage/tweets";

  private final StandInRules rules;
  private final Map<String, Endpoint> endpoints;
  private final Map<String, RateLimiter> limiters;
  private final RateLimiter elsewhere = new RateLimiter(RateRule.SEARCH, Pace.FREE);

  FrontDesk(StandInRules rules, RequestLog log) {
    this.rules = rules;
    this.endpoints =
        Map.of(
            SEARCH, new SearchEndpoint(rules.posts(), rules.recorded(), rules.search()),
            COUNTS, new CountsEndpoint(rules.posts(), rules.search()),
            USAGE, new UsageEndpoint(log::chargedPostsByDay));
    this.limiters =
        Map.of(
            SEARCH, new RateLimiter(rules.searchRate(), rules.pace()),
            COUNTS, new RateLimiter(RateRule.COUNTS, Pace.FREE),
            USAGE, new RateLimiter(RateRule.USAGE, Pace.FREE));
  }

  /// @param fault what goes wrong with the request; empty if nothing does
  Reply reply(Incoming request, Optional<Fault> fault) {
    RateLimiter limiter = limiters.getOrDefault(request.path(), elsewhere);
    boolean admitted = isAuthorized(request);
    RateLimiter.Decision decision =
        admitted ? limiter.ask(request.at()) : limiter.look(request.at());
    Answer answer = admitted ? answer(request, decision) : Problems.unauthorized();
    return fault
        .map(trouble -> Faults.reply(trouble, answer, decision, request.at()))
        .orElseGet(() -> new Reply(answer, RateLimitHeaders.of(decision)));
  }

  private boolean isAuthorized(Incoming request) {
    return ("Bearer " + rules.token()).equals(request.authorization());
  }

  private Answer answer(Incoming request, RateLimiter.Decision decision) {
    return switch (decision.verdict()) {
      case GRANTED -> answer(request);
      case EXHAUSTED, TOO_FAST -> refusal();
    };
  }

  private Answer refusal() {
    return switch (rules.refusal()) {
      case JSON -> Problems.tooManyRequests();
      case TEXT -> Problems.tooManyRequestsAsText();
    };
  }

  private Answer answer(Incoming request) {
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
