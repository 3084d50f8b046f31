package dev.fedbytweets.xstandin.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.model.Snowflake;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How the made-up world changes with the time of the look.
class PassingTimeTest {

  private static final Instant END = Instant.parse("2026-08-07T12:00:00Z");
  private static final Instant START = END.minus(Duration.ofDays(3));
  private static final MadeUpPosts WORLD = MadeUpPosts.seeded(11);
  private static final List<MadeUpPost> POSTS = WORLD.posts(START, END);

  @Test
  void anEditReplacesTheFirstVersionFromItsTimeOn() {
    MadeUpPost edited =
        POSTS.stream().filter(post -> post.versions().size() == 2).findAny().orElseThrow();
    long first = edited.versions().getFirst();
    Instant editedAt = Snowflake.timeOf(edited.id());

    List<MadeUpPost> before =
        WORLD.newestFirst(first - 1, first + 1, editedAt.minusMillis(1)).toList();
    List<MadeUpPost> after = WORLD.newestFirst(first - 1, first + 1, editedAt).toList();

    assertThat(edited.versions()).containsExactly(first, edited.id());
    assertThat(Duration.between(Snowflake.timeOf(first), editedAt))
        .isPositive()
        .isLessThan(Duration.ofHours(1));
    assertThat(before).hasSize(1);
    assertThat(before.getFirst().versions()).containsExactly(first);
    assertThat(before.getFirst().text()).isNotEqualTo(edited.text());
    assertThat(after).isEmpty();
    assertThat(WORLD.find(first)).contains(before.getFirst());
    assertThat(WORLD.find(edited.id())).contains(edited);
  }

  @Test
  void nothingIsSeenBeforeItsTime() {
    Instant noon = END.minus(Duration.ofHours(6));

    List<MadeUpPost> seen =
        WORLD.newestFirst(Snowflake.smallestAt(START), Snowflake.smallestAt(END), noon).toList();

    assertThat(seen).isNotEmpty().allMatch(post -> !Snowflake.timeOf(post.id()).isAfter(noon));
  }

  @Test
  void countsNeverShrink() {
    assertThat(POSTS)
        .allSatisfy(
            post -> {
              Instant published = post.engagement().publishedAt();
              Instant later = published.plus(Duration.ofHours(2));
              Instant evenLater = published.plus(Duration.ofDays(2));
              assertThat(post.engagement().likesAt(published)).isZero();
              assertThat(post.engagement().impressionsAt(later)).isPositive();
              assertThat(post.engagement().likesAt(evenLater))
                  .isGreaterThanOrEqualTo(post.engagement().likesAt(later));
              assertThat(post.author().followersAt(evenLater))
                  .isGreaterThanOrEqualTo(post.author().followersAt(later));
            });
  }

  @Test
  void eveningsInTheAmericasAreBusierThanNights() {
    Instant midnight = Instant.parse("2026-08-05T00:00:00Z");

    int evening = WORLD.posts(midnight, midnight.plus(Duration.ofHours(2))).size();
    int night =
        WORLD.posts(midnight.plus(Duration.ofHours(5)), midnight.plus(Duration.ofHours(7))).size();

    assertThat(evening).isGreaterThan(2 * night);
  }

  @Test
  void theVolumeCanBeChosen() {
    Instant dayBefore = END.minus(Duration.ofDays(1));

    assertThat(WORLD.withPostsPerHour(10).posts(dayBefore, END)).hasSizeBetween(180, 320);
    assertThat(WORLD.posts(dayBefore, END)).hasSizeBetween(1100, 1900);
    assertThatThrownBy(() -> WORLD.withPostsPerHour(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an hour has 1 to 2000 posts, not 0");
  }
}
