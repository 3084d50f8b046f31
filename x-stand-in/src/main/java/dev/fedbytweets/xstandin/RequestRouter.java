package dev.fedbytweets.xstandin;

import dev.fedbytweets.xstandin.compliance.JobRequests;
import dev.fedbytweets.xstandin.compliance.JobStorage;
import dev.fedbytweets.xstandin.compliance.StandInCompliance;
import dev.fedbytweets.xstandin.endpoint.Answer;
import dev.fedbytweets.xstandin.endpoint.CountsEndpoint;
import dev.fedbytweets.xstandin.endpoint.Endpoint;
import dev.fedbytweets.xstandin.endpoint.InvalidRequestException;
import dev.fedbytweets.xstandin.endpoint.Problems;
import dev.fedbytweets.xstandin.endpoint.SearchEndpoint;
import dev.fedbytweets.xstandin.endpoint.UsageEndpoint;
import java.util.Map;
import java.util.function.Supplier;

/// Finds the right answer to a request: checks its token, counts it against the rate limit of its
/// endpoint, and asks the endpoint.
final class RequestRouter {

  static final String SEARCH = "/2/tweets/search/recent";
  static final String COUNTS = "/2/tweets/counts/recent";
  static final String USAGE = "/2/usage/tweets";

  private final StandInRules rules;
  private final JobRequests jobs;
  private final JobStorage storage;
  private final Map<String, Endpoint> endpoints;
  private final Map<String, RateLimiter> limiters;
  private final RateLimiter elsewhere = new RateLimiter(RateRule.SEARCH);

  RequestRouter(
      StandInRules rules,
      RequestLog log,
      StandInCompliance compliance,
      Supplier<String> storageAddress) {
    this.rules = rules;
    this.jobs = new JobRequests(compliance, storageAddress);
    this.storage = new JobStorage(jobs, compliance, storageAddress);
    this.endpoints =
        Map.of(
            SEARCH, new SearchEndpoint(rules.posts(), rules.recorded(), rules.search()),
            COUNTS, new CountsEndpoint(rules.posts(), rules.search()),
            USAGE, new UsageEndpoint(log::chargedPostsByDay));
    this.limiters =
        Map.of(
            SEARCH,
            new RateLimiter(rules.searchRate()),
            COUNTS,
            new RateLimiter(RateRule.COUNTS),
            USAGE,
            new RateLimiter(RateRule.USAGE),
            JobRequests.PATH,
            new RateLimiter(RateRule.COMPLIANCE));
  }

  /// @param body of the request
  Answer answer(ReceivedRequest request, byte[] body) {
    if (request.path().startsWith(JobStorage.PATH)) {
      return storage.answer(
          request.method(),
          request.path(),
          request.parameters(),
          request.headers(),
          body,
          request.at());
    }
    RateLimiter limiter = limiter(request.path());
    boolean authorized = rules.authorization().equals(request.headers().get("authorization"));
    RateLimiter.Decision decision =
        authorized ? limiter.ask(request.at()) : limiter.look(request.at());
    Answer answer = authorized ? answer(request, body, decision) : Problems.unauthorized();
    return decision.writeTo(answer);
  }

  private RateLimiter limiter(String path) {
    return limiters.getOrDefault(isJobs(path) ? JobRequests.PATH : path, elsewhere);
  }

  private static boolean isJobs(String path) {
    return path.equals(JobRequests.PATH) || path.startsWith(JobRequests.PATH + "/");
  }

  private Answer answer(ReceivedRequest request, byte[] body, RateLimiter.Decision decision) {
    return switch (decision.verdict()) {
      case GRANTED -> granted(request, body);
      case EXHAUSTED, TOO_FAST ->
          switch (rules.refusal()) {
            case JSON -> Problems.tooManyRequests();
            case TEXT -> Problems.tooManyRequestsAsText();
          };
    };
  }

  private Answer granted(ReceivedRequest request, byte[] body) {
    Endpoint endpoint = endpoints.get(request.path());
    if (endpoint == null && !isJobs(request.path())) {
      return Problems.notFound();
    }
    if (endpoint != null && !request.method().equals("GET")) {
      return Problems.methodNotAllowed();
    }
    try {
      return endpoint == null
          ? jobs.answer(request.method(), request.path(), request.parameters(), body, request.at())
          : endpoint.answer(request.parameters(), request.at());
    } catch (InvalidRequestException e) {
      return Problems.invalidRequest(e);
    }
  }
}
