package dev.fedbytweets.xstandin.posts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.model.Snowflake;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MadeUpPostsTest {

  private static final Instant END = Instant.parse("2026-08-07T12:00:00Z");
  private static final Instant START = END.minus(Duration.ofDays(3));
  private static final MadeUpPosts WORLD = MadeUpPosts.seeded(11);
  private static final List<MadeUpPost> POSTS = WORLD.posts(START, END);

  @Test
  void theSameSeedGivesTheSamePostsWhicheverSpanIsAskedFor() {
    List<MadeUpPost> piecewise = new ArrayList<>();
    MadeUpPosts other = MadeUpPosts.seeded(11);
    for (Instant from = START; from.isBefore(END); from = from.plus(Duration.ofMinutes(45))) {
      long after = Snowflake.smallestAt(from) - 1;
      long before = Snowflake.smallestAt(from.plus(Duration.ofMinutes(45)));
      other.newestFirst(after, before, END).forEach(piecewise::add);
    }

    piecewise.sort(Comparator.comparing(MadeUpPost::id).reversed());
    assertThat(piecewise).isEqualTo(POSTS);
  }

  @Test
  void anotherSeedGivesOtherPosts() {
    List<Long> others =
        MadeUpPosts.seeded(12).posts(START, END).stream().map(MadeUpPost::id).toList();

    assertThat(POSTS).extracting(MadeUpPost::id).doesNotContainAnyElementsOf(others);
  }

  @Test
  void identifiersAreUniqueFallingAndCarryTheTime() {
    assertThat(POSTS)
        .extracting(MadeUpPost::id)
        .doesNotHaveDuplicates()
        .isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(POSTS)
        .allSatisfy(
            post -> {
              assertThat(post.id()).isGreaterThan(1L << 53);
              assertThat(post.createdAt())
                  .isEqualTo(Snowflake.timeOf(post.id()).truncatedTo(ChronoUnit.SECONDS))
                  .isBetween(START, END);
            });
  }

  @Test
  void entitiesStandWhereTheirOffsetsSay() {
    assertThat(POSTS)
        .allSatisfy(
            post -> {
              assertOffsets(post.text());
              if (post.note() != null) {
                assertOffsets(post.note());
              }
            });
  }

  private static void assertOffsets(ComposedText text) {
    Entities entities = text.entities();
    entities
        .hashtags()
        .forEach(tag -> assertThat(cut(text, tag.start(), tag.end())).isEqualTo("#" + tag.tag()));
    entities
        .cashtags()
        .forEach(tag -> assertThat(cut(text, tag.start(), tag.end())).isEqualTo("$" + tag.tag()));
    entities
        .mentions()
        .forEach(
            mention ->
                assertThat(cut(text, mention.start(), mention.end()))
                    .isEqualTo("@" + mention.username()));
    entities
        .links()
        .forEach(link -> assertThat(cut(text, link.start(), link.end())).isEqualTo(link.url()));
  }

  private static String cut(ComposedText text, int start, int end) {
    String whole = text.text();
    int from = whole.offsetByCodePoints(0, start);
    return whole.substring(from, whole.offsetByCodePoints(from, end - start));
  }

  @Test
  void longPostsAreCutInTheTextAndWholeInTheNote() {
    List<MadeUpPost> longPosts = POSTS.stream().filter(post -> post.note() != null).toList();

    assertThat(POSTS).allMatch(post -> post.text().length() <= 280);
    assertThat(longPosts)
        .isNotEmpty()
        .allSatisfy(
            post -> {
              assertThat(post.note().length()).isGreaterThan(280);
              String kept = post.text().text().split("… https", 2)[0];
              assertThat(post.note().text()).startsWith(kept);
              assertThat(post.text().entities().links().getLast().expanded())
                  .isEqualTo("https://x.com/i/web/status/" + post.id());
            });
  }

  static Stream<Predicate<MadeUpPost>> oddButReal() {
    return Stream.of(
        post -> post.geo() != null && post.geo().place() == null && post.geo().point() == null,
        post -> post.geo() != null && post.geo().place() == null && post.geo().point() != null,
        post -> post.geo() != null && post.geo().place() != null && post.geo().point() != null,
        post ->
            post.geo() != null
                && post.geo().place() != null
                && post.geo().place().details() == null,
        post -> post.text().text().contains("&amp;"),
        post -> post.text().text().contains("&lt;almost&gt;"),
        post -> post.text().text().contains("\u2028"),
        post -> post.text().text().contains("\n"),
        post -> post.text().text().contains("\u200D"),
        post -> post.text().text().contains("\u200F"),
        post -> post.lang().equals("ar"),
        post -> post.lang().equals("ja"),
        post -> post.lang().equals("pt"),
        post -> post.lang().equals("es"),
        post -> post.topics().size() == 2,
        post -> post.versions().size() == 2,
        post -> post.isRelated(PostReference.Type.QUOTED),
        post -> post.isRelated(PostReference.Type.REPLIED_TO),
        post -> post.isRelated(PostReference.Type.RETWEETED),
        post -> post.flags().sensitive(),
        post -> post.flags().community() != null,
        post -> !post.flags().withheldIn().isEmpty(),
        post -> post.flags().surprise(),
        post -> !post.author().standing().inIncludes(),
        post -> post.author().id() < 1L << 32,
        post -> !post.text().entities().cashtags().isEmpty(),
        post -> post.mediaKey() != null);
  }

  @ParameterizedTest
  @MethodSource("oddButReal")
  void whatIsOddButRealIsThereAndRare(Predicate<MadeUpPost> odd) {
    assertThat(POSTS).anyMatch(odd);
    assertThat(POSTS.stream().filter(odd).count()).isLessThan(POSTS.size() / 2L);
  }

  @Test
  void usernamesAreValidAndUnique() {
    List<Author> authors = POSTS.stream().map(MadeUpPost::author).distinct().toList();

    assertThat(authors)
        .hasSizeGreaterThan(200)
        .allMatch(author -> author.username().matches("[A-Za-z0-9_]{1,15}"));
    assertThat(authors).extracting(Author::username).doesNotHaveDuplicates();
    assertThat(authors).extracting(Author::id).doesNotHaveDuplicates();
    assertThat(authors).extracting(Author::id).anyMatch(id -> id > 1L << 53);
    assertThat(authors)
        .filteredOn(author -> author.id() > 1L << 53)
        .allMatch(
            author ->
                Snowflake.timeOf(author.id())
                    .truncatedTo(ChronoUnit.SECONDS)
                    .equals(author.createdAt().truncatedTo(ChronoUnit.SECONDS)));
  }

  @Test
  void relatedPostsExistAndAreOlder() {
    List<MadeUpPost> related = POSTS.stream().filter(post -> post.reference() != null).toList();

    assertThat(related)
        .isNotEmpty()
        .allSatisfy(
            post -> {
              MadeUpPost earlier = WORLD.find(post.reference().id()).orElseThrow();
              assertThat(earlier.id()).isLessThan(post.id());
              assertThat(earlier.author()).isEqualTo(post.reference().author());
              assertThat(earlier.reference()).isNull();
            });
  }
}
