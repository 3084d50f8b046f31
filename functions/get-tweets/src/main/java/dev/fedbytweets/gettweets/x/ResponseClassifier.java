package dev.fedbytweets.gettweets.x;

import dev.fedbytweets.contracts.UnreadablePageException;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.xclient.NoAnswer;
import dev.fedbytweets.xclient.Problem;
import dev.fedbytweets.xclient.XFailures;
import dev.fedbytweets.xclient.XResponse;
import java.util.List;
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
      case 402 -> new SearchOutcome.PaymentRequired(XFailures.of(response, asked));
      case 429 -> tooManyRequests(response, asked);
      default -> new SearchOutcome.Failed(XFailures.of(response, asked));
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
    RejectedException rejected = XFailures.rejected(response, asked);
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
    return XFailures.isUsedUp(response)
        ? new SearchOutcome.PaymentRequired(
            XFailures.misconfigured(
                response, asked, "the account at X has used up what it may read"))
        : new SearchOutcome.Throttled();
  }
}
