package dev.fedbytweets.bench.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PageGeneratorTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int SOME = 40;

  private final PageGenerator pages = new PageGenerator(1, Story.STEADY);

  @Test
  void theSameSeedGivesTheSamePages() {
    assertThat(new PageGenerator(1, Story.STEADY).page(7)).isEqualTo(pages.page(7));
    assertThat(new PageGenerator(2, Story.STEADY).page(7)).isNotEqualTo(pages.page(7));
  }

  @Test
  void aPageHasAHundredPostsInAbout180Kilobytes() throws IOException {
    long bytes = IntStream.range(1, SOME).mapToLong(page -> pages.page(page).length).sum();

    assertThat(read(5).path("data")).hasSize(PageGenerator.POSTS);
    assertThat(bytes / (SOME - 1)).isBetween(165_000L, 195_000L);
  }

  @Test
  void onePostOfTenComesAgainWithCountsThatDoNotFall() throws IOException {
    Map<String, Long> seen = new HashMap<>();
    int again = 0;
    for (int page = 0; page < SOME; page++) {
      for (JsonNode post : read(page).path("data")) {
        long count = post.path("public_metrics").path("impression_count").asLong();
        Long before = seen.put(post.path("id").asText(), count);
        if (before != null) {
          again++;
          assertThat(count).isGreaterThanOrEqualTo(before);
        }
      }
    }
    assertThat(again).isEqualTo((SOME - 1) * (PageGenerator.POSTS - PageGenerator.NEW_POSTS));
  }

  @Test
  void textsAreInSeveralScripts() throws IOException {
    Set<UnicodeScript> scripts =
        read(3).findValuesAsText("text").stream()
            .flatMap(text -> text.codePoints().mapToObj(UnicodeScript::of))
            .collect(Collectors.toSet());

    assertThat(scripts)
        .contains(
            UnicodeScript.LATIN,
            UnicodeScript.CYRILLIC,
            UnicodeScript.ARABIC,
            UnicodeScript.HIRAGANA,
            UnicodeScript.DEVANAGARI);
  }

  @Test
  void everyAuthorAndPlaceComesAlong() throws IOException {
    JsonNode page = read(3);
    Set<String> users =
        Set.copyOf(page.path("includes").path("users").findValuesAsText("username"));

    assertThat(users).isNotEmpty();
    assertThat(page.path("includes").path("users").findValuesAsText("id"))
        .containsAll(page.path("data").findValuesAsText("author_id"));
    assertThat(page.path("includes").path("places").findValuesAsText("id"))
        .containsAll(page.path("data").findValuesAsText("place_id"));
  }

  private JsonNode read(int page) throws IOException {
    return JSON.readTree(pages.page(page));
  }
}
