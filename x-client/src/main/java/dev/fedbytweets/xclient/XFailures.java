package dev.fedbytweets.xclient;

import dev.fedbytweets.core.failure.LakeException;
import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.failure.RetryableException;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;

/// What a refusal of X means, whatever it was asked. Messages hold what X said.
public final class XFailures {

  private XFailures() {}

  /// What a response means that is not the one wanted, and that the caller knows no better reason
  /// for.
  ///
  /// @param asked what was asked for, for messages
  public static LakeException of(XResponse response, String asked) {
    int status = response.status();
    return switch (status) {
      case 400, 404, 405, 409, 410, 413 -> rejected(response, asked);
      case 401 -> misconfigured(response, asked, "X does not accept the bearer token");
      case 402 -> misconfigured(response, asked, "the account at X is out of credits");
      case 403 -> misconfigured(response, asked, "the account at X may not do this");
      case 408, 429 -> retryable(response, asked);
      default -> {
        if (status >= 500 || status < 300) {
          yield retryable(response, asked);
        }
        yield status < 400
            ? misconfigured(
                response,
                asked,
                "X_API_URL is not where X answers, or this network wants a login: it leads elsewhere")
            : rejected(response, asked);
      }
    };
  }

  /// No whole answer came.
  ///
  /// @param address of whoever was asked
  public static RetryableException noAnswer(String asked, IOException failure, URI address) {
    return new RetryableException(
        "%s: no answer came from X: %s".formatted(asked, NoAnswer.cause(failure, address)),
        failure);
  }

  /// Whether a 429 says that the account has used up what it may read, which no waiting heals.
  public static boolean isUsedUp(XResponse response) {
    Problem problem = Problem.of(response.body());
    String said = (problem.text() + problem.names()).toLowerCase(Locale.ROOT);
    return said.contains("usagecapexceeded")
        || said.contains("usage-capped")
        || said.contains("usage cap");
  }

  /// A person has to do something about it.
  public static MisconfiguredException misconfigured(
      XResponse response, String asked, String what) {
    return new MisconfiguredException("%s: %s (%s)".formatted(asked, what, said(response)));
  }

  /// X does not accept what it was asked.
  public static RejectedException rejected(XResponse response, String asked) {
    return new RejectedException(
        "%s: X does not accept this (%s)".formatted(asked, said(response)));
  }

  private static RetryableException retryable(XResponse response, String asked) {
    return new RetryableException("%s: X could not answer (%s)".formatted(asked, said(response)));
  }

  private static String said(XResponse response) {
    return "%d, %s".formatted(response.status(), Problem.of(response.body()).summary());
  }
}
