package dev.fedbytweets.gettweets.x;

import dev.fedbytweets.contracts.UnreadablePageException;
import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.failure.RetryableException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Classifies a response of X by its status and body alone.
public final class ResponseClassifier {

  private static final Pattern TOO_OLD =
      Pattern.compile(
          "'?(?:since|until)_id'?.*larger than\\D{0,3}(\\d{1,18}|[1-8]\\d{18})(?!\\d)",
          Pattern.DOTALL);

  /// The parameters whose names or values differ between the vocabularies.
  private static final List<String> VOCABULARY =
      List.of("tweet.fields", "post.fields", "user.fields", "expansions");

  /// The names that X has for a page token.
  private static final List<String> TOKEN = List.of("next_token", "pagination_token");

  private ResponseClassifier() {}

  /// What a response means for collecting.
  ///
  /// @param asked what was asked for, for messages: subject and page
  public static SearchOutcome classify(XResponse response, String asked) {
    int status = response.status();
    return switch (status) {
      case 200 -> page(response);
      case 400 -> badRequest(response, asked);
      case 401 -> failed(response, asked, "X does not accept the bearer token");
      case 402 ->
          new SearchOutcome.PaymentRequired(
              misconfigured(response, asked, "the account at X is out of credits"));
      case 403 -> failed(response, asked, "the account at X may not do this");
      case 408 -> retryable(response, asked);
      case 429 -> tooManyRequests(response, asked);
      default ->
          status >= 500 || status < 300 ? retryable(response, asked) : refused(response, asked);
    };
  }

  private static SearchOutcome page(XResponse response) {
    try {
      Envelope envelope = EnvelopeReader.read(response.body());
      return envelope.posts() == 0 && !envelope.hasMeta()
          // Nothing was read and nothing says whether more would follow.
          ? new SearchOutcome.Unreadable(null, "it has neither data nor meta")
          : new SearchOutcome.Page(envelope);
    } catch (UnreadablePageException e) {
      String webPage = NoAnswer.asWebPage(response.body());
      return new SearchOutcome.Unreadable(
          EnvelopeReader.readBeginning(response.body()),
          webPage == null ? e.getMessage() : webPage);
    }
  }

  private static SearchOutcome badRequest(XResponse response, String asked) {
    Problem problem = Problem.of(response.body());
    RejectedException rejected = rejected(response, asked);
    Matcher tooOld = TOO_OLD.matcher(problem.text());
    if (tooOld.find()) {
      return new SearchOutcome.TooOld(Long.parseLong(tooOld.group(1)), rejected);
    }
    if (blames(VOCABULARY, problem)) {
      return new SearchOutcome.UnknownNames(rejected);
    }
    return blames(TOKEN, problem)
        ? new SearchOutcome.RefusedToken(rejected)
        : new SearchOutcome.RefusedRequest(rejected);
  }

  private static boolean blames(List<String> parameters, Problem problem) {
    return parameters.stream()
        .anyMatch(name -> problem.names().contains(name) || quotes(problem.text(), name));
  }

  private static boolean quotes(String text, String name) {
    return text.contains("`" + name + "`")
        || text.contains("[" + name + "]")
        || text.contains("'" + name + "'");
  }

  private static SearchOutcome tooManyRequests(XResponse response, String asked) {
    Problem problem = Problem.of(response.body());
    String said = (problem.text() + problem.names()).toLowerCase(Locale.ROOT);
    return said.contains("usagecapexceeded")
            || said.contains("usage-capped")
            || said.contains("usage cap")
        ? new SearchOutcome.PaymentRequired(
            misconfigured(response, asked, "the account at X has used up what it may read"))
        : new SearchOutcome.Throttled();
  }

  private static SearchOutcome refused(XResponse response, String asked) {
    return response.status() < 400
        ? failed(
            response,
            asked,
            "X_API_URL is not where X answers, or this network wants a login: it leads elsewhere")
        : new SearchOutcome.Failed(rejected(response, asked));
  }

  private static SearchOutcome failed(XResponse response, String asked, String what) {
    return new SearchOutcome.Failed(misconfigured(response, asked, what));
  }

  private static MisconfiguredException misconfigured(
      XResponse response, String asked, String what) {
    return new MisconfiguredException("%s: %s (%s)".formatted(asked, what, said(response)));
  }

  private static SearchOutcome retryable(XResponse response, String asked) {
    return new SearchOutcome.Failed(
        new RetryableException("%s: X could not answer (%s)".formatted(asked, said(response))));
  }

  private static RejectedException rejected(XResponse response, String asked) {
    return new RejectedException(
        "%s: X does not accept this (%s)".formatted(asked, said(response)));
  }

  private static String said(XResponse response) {
    return "%d, %s".formatted(response.status(), Problem.of(response.body()).summary());
  }
}
