package dev.fedbytweets.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.run.Subject;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.RateLimit;
import dev.fedbytweets.gettweets.ExpectedCharge;
import dev.fedbytweets.gettweets.GetTweetsConfig;
import dev.fedbytweets.local.lake.LakeDirectory;
import dev.fedbytweets.local.lake.LocalObjectStore;
import dev.fedbytweets.local.run.LakeConfig;
import dev.fedbytweets.xclient.XResponse;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person is told and asked before posts are paid.
class ChargeNoticeTest {

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private static final Subject COFFEE = new Subject(new SubjectName("coffee"), "coffee");

  @TempDir private Path folder;

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Terminal terminal = Terminal.to(new ByteArrayOutputStream(), err, null);

  @Test
  void aSmallChargeNeedsNobody() {
    ChargeNotice notice = notice(200, "{\"meta\":{\"total_tweet_count\":1998}}", null);

    assertThat(said())
        .isEqualTo(
            """
            coffee: about 1,998 posts to read, $10.00 with the count
            expected charge: about $10.00
            """);
    assertThatCode(() -> notice.requireConsent(terminal, new BigDecimal("9.995")))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> notice.requireConsent(terminal, new BigDecimal("9.99")))
        .isInstanceOf(RejectedException.class)
        .hasMessageContaining("$10.00 is more than $9.99: nothing was read. Call it with --yes");
  }

  @Test
  void whatMediaMayCostIsSaidAndNeedsConsent() {
    ChargeNotice notice =
        noticeFor(COFFEE.withMedia(), 200, "{\"meta\":{\"total_tweet_count\":198}}");

    assertThat(said())
        .isEqualTo(
            """
            coffee: about 198 posts to read, $1.00 with the count; how many media they have is not known before, up to $3.96 more
            expected charge: about $1.00, and up to $3.96 for media
            """);
    assertThatCode(() -> notice.requireConsent(terminal, new BigDecimal("4.955")))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> notice.requireConsent(terminal, new BigDecimal("4.95")))
        .isInstanceOf(RejectedException.class)
        .hasMessageContaining("$4.96 is more than $4.95");
  }

  @Test
  void aLimitBoundsWhatIsNotCounted() {
    ChargeNotice notice = notice(403, "{}", 1000);

    assertThat(said())
        .isEqualTo(
            """
            coffee: X gives no count; at most 1,000 posts to read, $5.01 with the count
            expected charge: at most $5.01
            """);
    assertThatCode(() -> notice.requireConsent(terminal, BigDecimal.TEN))
        .doesNotThrowAnyException();
  }

  @Test
  void withoutCountAndLimitAPersonHasToAgree() {
    ChargeNotice notice = notice(503, "", null);

    assertThat(said())
        .startsWith("coffee: X gives no count; and the subject has no limit\nexpected charge: not");
    assertThatThrownBy(() -> notice.requireConsent(terminal, new BigDecimal("1000000")))
        .isInstanceOf(RejectedException.class)
        .hasMessageStartingWith("nothing limits what this run may cost: nothing was read");
  }

  private ChargeNotice notice(int status, String answer, Integer maxPostsPerRun) {
    return noticeFor(
        new Subject(COFFEE.name(), COFFEE.query(), maxPostsPerRun, null, null), status, answer);
  }

  private ChargeNotice noticeFor(Subject subject, int status, String answer) {
    ExpectedCharge charge =
        new ExpectedCharge(
            GetTweetsConfig.of(Map.of()),
            new LocalObjectStore(new LakeDirectory(folder)),
            (query, sinceId) ->
                new XResponse(
                    status,
                    answer.getBytes(StandardCharsets.UTF_8),
                    new RateLimit(450, 449, null),
                    NOON,
                    NOON,
                    null),
            InstantSource.fixed(NOON));
    return ChargeNotice.show(
        terminal,
        charge,
        new LakeConfig(List.of(subject), BigDecimal.TEN, null, Set.of()),
        new LakeDirectory(LakeDirectory.USUAL).command("run"));
  }

  private String said() {
    String text = err.toString(StandardCharsets.UTF_8);
    err.reset();
    return text;
  }
}
