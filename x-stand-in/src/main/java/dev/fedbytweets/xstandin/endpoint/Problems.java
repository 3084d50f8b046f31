package dev.fedbytweets.xstandin.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fedbytweets.xstandin.json.XJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// The problem documents that X answers with.
public final class Problems {

  private static final String TYPES = "https://api.twitter.com/2/problems/";

  private Problems() {}

  /// 400, naming the parameters.
  public static Answer invalidRequest(InvalidRequestException refused) {
    ObjectNode document = XJson.object();
    refused.violations().forEach(violation -> violation(document, violation));
    document.put("title", "Invalid Request");
    document.put("detail", "One or more parameters to your request was invalid.");
    document.put("type", TYPES + "invalid-request");
    return Answer.json(400, written(document));
  }

  /// 400: no page has this token.
  public static Answer unknownToken(String token) {
    return invalidRequest(InvalidRequestException.unknownToken(token));
  }

  /// 400: the query cannot be read.
  public static Answer invalidQuery(String query) {
    String message = "There were errors processing your request: missing ')'";
    return invalidRequest(
        new InvalidRequestException(
            List.of(new InvalidRequestException.Violation(Map.of("query", query), message))));
  }

  private static void violation(ObjectNode document, InvalidRequestException.Violation violation) {
    ObjectNode error = document.withArray("errors").addObject();
    ObjectNode parameters = error.putObject("parameters");
    violation.parameters().forEach((name, value) -> parameters.putArray(name).add(value));
    error.put("message", violation.message());
  }

  /// 401: no token, or not the right one.
  public static Answer unauthorized() {
    return Answer.problem(401, "Unauthorized", "Unauthorized");
  }

  /// 402: nothing can be read until somebody pays.
  public static Answer creditsDepleted() {
    ObjectNode document = XJson.object();
    document.put("title", "CreditsDepleted");
    document.put(
        "detail", "Your enrolled account does not have any credits to fulfill this request.");
    document.put("type", TYPES + "credits");
    return Answer.json(402, written(document));
  }

  /// 403: the account may not use this endpoint.
  public static Answer forbidden() {
    ObjectNode document = XJson.object();
    document.put("title", "Client Forbidden");
    document.put("detail", "This app is not enrolled for the endpoint that it asked.");
    document.put("type", TYPES + "client-forbidden");
    document.put("reason", "client-not-enrolled");
    document.put("status", 403);
    return Answer.json(403, written(document));
  }

  /// 404: no such endpoint.
  public static Answer notFound() {
    return Answer.problem(404, "Not Found", "Not Found");
  }

  /// 405: only GET is answered.
  public static Answer methodNotAllowed() {
    return Answer.problem(405, "Method Not Allowed", "Method Not Allowed");
  }

  /// 429 in JSON.
  public static Answer tooManyRequests() {
    return Answer.problem(429, "Too Many Requests", "Too Many Requests");
  }

  /// 429 in plain text.
  public static Answer tooManyRequestsAsText() {
    return Answer.text(429, "Rate limit exceeded\n");
  }

  /// A failure on X's side.
  ///
  /// @param status 500 or above
  public static Answer serverFailure(int status) {
    return Answer.problem(status, "Service Unavailable", "Service Unavailable");
  }

  private static String written(ObjectNode document) {
    return new String(XJson.bytes(document), StandardCharsets.UTF_8);
  }
}
