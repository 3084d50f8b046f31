package dev.fedbytweets.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.failure.LakeException;
import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.failure.RetryableException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

class AwsFailuresTest {

  @ParameterizedTest
  @CsvSource({
    "503, SlowDown, RetryableException",
    "400, ThrottlingException, RetryableException",
    "400, RequestTimeout, RetryableException",
    "400, ConcurrentModificationException, RetryableException",
    "409, OperationAborted, RetryableException",
    "429, TooManyRequestsException, RetryableException",
    "500, InternalServiceException, RetryableException",
    "301, PermanentRedirect, MisconfiguredException",
    "400, AuthorizationHeaderMalformed, MisconfiguredException",
    "400, AccessDeniedException, MisconfiguredException",
    "400, UnrecognizedClientException, MisconfiguredException",
    "401, Unauthorized, MisconfiguredException",
    "403, SignatureDoesNotMatch, MisconfiguredException",
    "404, NoSuchBucket, MisconfiguredException",
    "400, MetadataTooLarge, RejectedException",
    "404, NoSuchKey, RejectedException",
  })
  void anAnswerIsClassifiedByStatusAndCode(int status, String code, String expected) {
    AwsServiceException answer =
        AwsServiceException.builder()
            .statusCode(status)
            .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage("why").build())
            .build();

    LakeException failure = AwsFailures.of("s3://lake/a", answer);

    assertThat(failure.getClass().getSimpleName()).isEqualTo(expected);
    assertThat(failure).hasCause(answer).hasMessage("s3://lake/a: HTTP %d %s (why)", status, code);
  }

  @Test
  void anAnswerWithoutABodyIsClassifiedByItsStatus() {
    AwsServiceException answer = AwsServiceException.builder().statusCode(403).build();

    LakeException failure = AwsFailures.of("s3://lake/a", answer);

    assertThat(failure)
        .isInstanceOf(MisconfiguredException.class)
        .hasMessage("s3://lake/a: HTTP 403");
  }

  static Stream<Arguments> clientFailures() {
    return Stream.of(
        Arguments.of(ApiCallTimeoutException.create(1000), RetryableException.class),
        Arguments.of(ApiCallAttemptTimeoutException.create(1000), RetryableException.class),
        Arguments.of(
            SdkClientException.create(
                "broken", new UncheckedIOException(new SocketException("reset"))),
            RetryableException.class),
        Arguments.of(
            SdkClientException.create("Unable to load region"), MisconfiguredException.class));
  }

  @ParameterizedTest
  @MethodSource("clientFailures")
  void withoutAnAnswerTheReasonDecides(SdkException reason, Class<?> expected) {
    LakeException failure = AwsFailures.of("secret 'x'", reason);

    assertThat(failure)
        .isInstanceOf(expected)
        .hasMessage("secret 'x': " + reason.getMessage())
        .hasCause(reason);
  }

  @Test
  void anInterruptStays() {
    LakeException failure = AwsFailures.of("s3://lake/a", AbortedException.create("interrupted"));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure).isInstanceOf(RetryableException.class);
  }
}
