package dev.fedbytweets.gettweets.x;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.failure.LakeException;
import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.storage.RateLimit;
import dev.fedbytweets.xclient.XResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseClassifierTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final String TOO_OLD =
      """
      {"errors":[{"parameters":{"since_id":["1"]},"message":"'since_id' must be a tweet id created \
      after [2026-07-31T11:45Z]. Please use a 'since_id' that is larger than 2083157183716917248"}],
      "title":"Invalid Request","detail":"One or more parameters to your request was invalid."}\
      """;

  @Test
  void aPageIsAPage() {
    SearchOutcome answer = answer(200, "{\"data\":[{\"id\":\"5\"}],\"meta\":{\"result_count\":1}}");

    assertThat(answer)
        .isEqualTo(
            new SearchOutcome.Page(new Envelope(1, List.of(5L), 0, 0, 0, 5L, 5L, null, true)));
  }

  @Test
  void aPageWithErrorsAndWithoutPostsIsAPage() {
    SearchOutcome answer =
        answer(200, "{\"errors\":[{\"title\":\"Not Found Error\"}],\"meta\":{\"result_count\":0}}");

    assertThat(answer)
        .isEqualTo(
            new SearchOutcome.Page(new Envelope(0, List.of(), 0, 0, 1, null, null, null, true)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"data\":[{\"id\":",
        "Bad gateway",
        "",
        "{}",
        "{\"errors\":[{\"title\":\"x\"}]}"
      })
  void whatIsNoPageUnderASuccessIsUnreadable(String body) {
    assertThat(answer(200, body)).isInstanceOf(SearchOutcome.Unreadable.class);
  }

  @Test
  void ofAPageThatBreaksOffItsPostsAreSeen() {
    SearchOutcome answer =
        answer(200, "{\"data\":[{\"id\":\"7\",\"text\":\"\t\"},{\"id\":\"6\",\"text\":\"secret");

    assertThat(answer)
        .isEqualTo(
            new SearchOutcome.Unreadable(
                new Envelope(2, List.of(7L, 6L), 0, 0, 0, 7L, 6L, null, false),
                "it breaks off or is not JSON in UTF-8 at byte 55"));
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 408, 500, 502, 503, 504, 599})
  void whatMayHealIsRetryable(int status) {
    LakeException failure = failure(answer(status, "over capacity"));

    assertThat(failure)
        .isInstanceOf(RetryableException.class)
        .hasMessage(
            "subject 'coffee', page 3: X could not answer (%d, over capacity)".formatted(status));
  }

  @ParameterizedTest
  @CsvSource({
    "401,does not accept the bearer token",
    "403,may not do this",
    "301,X_API_URL",
    "307,X_API_URL"
  })
  void whatNeedsAPersonIsMisconfigured(int status, String message) {
    LakeException failure =
        failure(answer(status, "{\"title\":\"CreditsDepleted\",\"detail\":\"No credits.\"}"));

    assertThat(failure)
        .isInstanceOf(MisconfiguredException.class)
        .hasMessageContaining(message)
        .hasMessageContaining("CreditsDepleted | No credits.");
  }

  @Test
  void anAccountWithoutCreditsIsToldApart() {
    SearchOutcome answer =
        answer(402, "{\"title\":\"CreditsDepleted\",\"detail\":\"No credits.\"}");

    assertThat(answer)
        .isInstanceOfSatisfying(
            SearchOutcome.PaymentRequired.class,
            unpaid ->
                assertThat(unpaid.failure())
                    .isInstanceOf(MisconfiguredException.class)
                    .hasMessageContaining("is out of credits")
                    .hasMessageContaining("CreditsDepleted | No credits."));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 405, 410, 413, 414, 422, 451})
  void whatXRefusesIsRejectedWithWhatXSays(int status) {
    LakeException failure =
        failure(
            answer(
                status,
                "{\"title\":\"Invalid Request\",\"errors\":[{\"parameters\":{\"query\":[]},"
                    + "\"message\":\"Missing ) at position 7\"}]}"));

    assertThat(failure)
        .isInstanceOf(RejectedException.class)
        .hasMessage(
            ("subject 'coffee', page 3: X does not accept this"
                    + " (%d, Invalid Request | Missing ) at position 7)")
                .formatted(status));
  }

  @Test
  void whatXSaysIsBounded() {
    LakeException failure =
        failure(answer(422, "{\"detail\":\"" + "a\\nb ".repeat(50_000) + "\"}"));

    assertThat(failure.getMessage()).hasSizeLessThan(500).doesNotContain("\n");
  }

  @Test
  void tooOldAnIdentifierTellsTheOldestOne() {
    SearchOutcome answer = answer(400, TOO_OLD);

    assertThat(answer)
        .isInstanceOfSatisfying(
            SearchOutcome.TooOld.class,
            old -> assertThat(old.largerThan()).isEqualTo(2083157183716917248L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"errors\":[{\"parameters\":{\"post.fields\":[\"note_post\"]},\"message\":\"not one of"
            + " [a,b]\"}]}",
        "{\"errors\":[{\"message\":\"The query parameter [post.fields] is not one of"
            + " [query,tweet.fields]\"}]}",
        "{\"title\":\"Invalid"
            + " Request\",\"parameter\":\"expansions\",\"value\":\"referenced_posts\"}",
        "{\"detail\":\"The `user.fields` query parameter value [pinned_post_id] is not one of"
            + " [a]\"}"
      })
  void aVocabularyThatXDoesNotKnowIsToldApart(String body) {
    assertThat(answer(400, body)).isInstanceOf(SearchOutcome.UnknownNames.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"errors\":[{\"parameters\":{\"next_token\":[\"abc\"]},\"message\":\"x\"}]}",
        "{\"errors\":[{\"parameters\":{\"pagination_token\":[\"abc\"]}}]}",
        "{\"detail\":\"Invalid 'next_token':'abc'\"}"
      })
  void aTokenThatXRefusesIsToldApart(String body) {
    assertThat(answer(400, body)).isInstanceOf(SearchOutcome.RefusedToken.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Too Many Requests",
        "",
        "{\"title\":\"Too Many Requests\",\"detail\":\"Slow down\"}"
      })
  void tooManyRequestsIsAPauseWhateverItsBody(String body) {
    assertThat(answer(429, body)).isEqualTo(new SearchOutcome.Throttled());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"title\":\"UsageCapExceeded\",\"period\":\"Monthly\",\"detail\":\"Usage cap exceeded:"
            + " Monthly product cap\"}",
        "{\"title\":\"x\",\"type\":\"https://api.x.com/2/problems/usage-capped\"}",
        "Usage cap exceeded"
      })
  void aUsedUpMonthIsNoPause(String body) {
    assertThat(answer(429, body))
        .isInstanceOfSatisfying(
            SearchOutcome.PaymentRequired.class,
            unpaid ->
                assertThat(unpaid.failure())
                    .isInstanceOf(MisconfiguredException.class)
                    .hasMessageContaining("has used up what it may read"));
  }

  private static LakeException failure(SearchOutcome answer) {
    if (answer instanceof SearchOutcome.RefusedRequest refused) {
      return refused.failure();
    }
    assertThat(answer).isInstanceOf(SearchOutcome.Failed.class);
    return ((SearchOutcome.Failed) answer).failure();
  }

  private static SearchOutcome answer(int status, String body) {
    return ResponseClassifier.classify(
        new XResponse(
            status, body.getBytes(StandardCharsets.UTF_8), RateLimit.UNKNOWN, NOW, NOW, null),
        "subject 'coffee', page 3");
  }
}
