package dev.fedbytweets.aws;

import dev.fedbytweets.core.failure.LakeException;
import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.failure.RetryableException;
import java.io.IOException;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/// Classifies failures of AWS by what they mean for a step, after the SDK has done its own retries.
public final class AwsFailures {

  /// Error codes that need a person though the status is that of a bad request: services that speak
  /// JSON answer 400 to everything, and so does S3 to a request signed for another region.
  private static final Set<String> MISCONFIGURED =
      Set.of(
          "AccessDeniedException",
          "AuthorizationHeaderMalformed",
          "DecryptionFailure",
          "ExpiredToken",
          "ExpiredTokenException",
          "IncompleteSignature",
          "InvalidClientTokenId",
          "InvalidSignatureException",
          "MissingAuthenticationToken",
          "NoSuchBucket",
          "NotAuthorized",
          "PermanentRedirect",
          "UnrecognizedClientException");

  /// Error codes that pass by themselves though the status is that of a bad request.
  private static final Set<String> RETRYABLE =
      Set.of("ConcurrentModificationException", "InternalServiceError", "RequestTimeout");

  private AwsFailures() {}

  /// The failure as the step is to report it.
  ///
  /// @param object what was worked on, for the message: `s3://bucket/key`, a secret's name
  public static LakeException of(String object, SdkException failure) {
    return failure instanceof AwsServiceException answer
        ? ofAnswer(object, answer)
        : ofClient(object, failure);
  }

  /// A failure that nobody has classified, such as one that came through Iceberg: what it means
  /// if AWS is its cause, else the failure itself.
  public static RuntimeException classified(RuntimeException failure) {
    if (failure instanceof LakeException) {
      return failure;
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SdkException sdk) {
        return of(service(sdk), sdk);
      }
    }
    return failure;
  }

  private static String service(SdkException failure) {
    return failure instanceof AwsServiceException answer
            && answer.awsErrorDetails() != null
            && answer.awsErrorDetails().serviceName() != null
        ? answer.awsErrorDetails().serviceName()
        : "AWS";
  }

  /// The meaning of a service's answer.
  private static LakeException ofAnswer(String object, AwsServiceException answer) {
    String code = code(answer);
    String message = "%s: %s".formatted(object, reason(answer, code));
    int status = answer.statusCode();
    if (RETRYABLE.contains(code) || answer.isThrottlingException() || heals(status)) {
      return new RetryableException(message, answer);
    }
    if (MISCONFIGURED.contains(code) || status == 401 || status == 403) {
      return new MisconfiguredException(message, answer);
    }
    return new RejectedException(message, answer);
  }

  private static boolean heals(int status) {
    return status >= 500 || status == 408 || status == 409 || status == 429;
  }

  private static String code(AwsServiceException answer) {
    String code = answer.awsErrorDetails() == null ? null : answer.awsErrorDetails().errorCode();
    return code == null ? "" : code;
  }

  private static String reason(AwsServiceException answer, String code) {
    String text = answer.awsErrorDetails() == null ? null : answer.awsErrorDetails().errorMessage();
    return "HTTP %d %s%s"
        .formatted(
            answer.statusCode(), code, text == null || text.isBlank() ? "" : " (" + text + ")")
        .strip();
  }

  /// There was no answer, or the request was never sent: there is no network, or there are no
  /// credentials or no region.
  private static LakeException ofClient(String object, SdkException failure) {
    String message = "%s: %s".formatted(object, failure.getMessage());
    return switch (failure) {
      case AbortedException _ -> {
        Thread.currentThread().interrupt();
        yield new RetryableException(message, failure);
      }
      case ApiCallTimeoutException _ -> new RetryableException(message, failure);
      case ApiCallAttemptTimeoutException _ -> new RetryableException(message, failure);
      default ->
          failure.retryable() || isCausedByInputOutput(failure)
              ? new RetryableException(message, failure)
              : new MisconfiguredException(message, failure);
    };
  }

  private static boolean isCausedByInputOutput(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return true;
      }
    }
    return false;
  }
}
