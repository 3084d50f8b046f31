package dev.fedbytweets.xstandin.posts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.xstandin.LoggedRequest;
import dev.fedbytweets.xstandin.SettableClock;
import dev.fedbytweets.xstandin.StandInRules;
import dev.fedbytweets.xstandin.XStandIn;
import dev.fedbytweets.xstandin.endpoint.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Posts that a test publishes, asked for without HTTP.
class ListedPostsTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final String SEARCH = "/2/tweets/search/recent";

  private final SettableClock clock = new SettableClock(NOON);
  private final ListedPosts posts = new ListedPosts();
  private final XStandIn x = new XStandIn(StandInRules.USUAL.withClock(clock).withPosts(posts));

  @Test
  void everyQueryFindsThemOnceTheyAreHalfAMinuteOld() {
    List<Long> ids = posts.postEachMinute(NOON.minusSeconds(60), 3);
    long young = posts.post(NOON.minusSeconds(10), 1);

    String before = search(Map.of("query", "tea"));
    clock.advance(Duration.ofMinutes(1));

    assertThat(before).contains(ids.getFirst().toString()).doesNotContain(Long.toString(young));
    assertThat(search(Map.of("query", "-tea"))).contains(Long.toString(young));
    assertThat(posts.ids()).containsExactly(ids.get(0), ids.get(1), ids.get(2), young);
  }

  @Test
  void anIdentifierThatIsOutOfReachIsRefusedWithATokenToo() {
    long old = posts.postEachMinute(NOON.minusSeconds(60), 30).getFirst();
    Map<String, String> first = Map.of("query", "tea", "since_id", Long.toString(old));
    String token = search(first).replaceAll(".*next_token\":\"([^\"]+)\".*", "$1");
    clock.advance(Duration.ofDays(8));

    Answer answer =
        x.answer(
            SEARCH, Map.of("query", "tea", "since_id", Long.toString(old), "next_token", token));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(x.log().requests()).extracting(LoggedRequest::status).containsExactly(200, 400);
  }

  private String search(Map<String, String> parameters) {
    return new String(x.answer(SEARCH, parameters).body(), StandardCharsets.UTF_8);
  }
}
