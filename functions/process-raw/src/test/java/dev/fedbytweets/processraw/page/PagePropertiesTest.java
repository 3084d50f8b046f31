package dev.fedbytweets.processraw.page;

import static dev.fedbytweets.processraw.page.SamplePages.outcome;
import static dev.fedbytweets.processraw.page.SamplePages.parsed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class PagePropertiesTest {

  private static final Map<String, String> POST_NAMES =
      Map.of(
          "tweets", "posts",
          "note_tweet", "note_post",
          "referenced_tweets", "referenced_posts",
          "edit_history_tweet_ids", "edit_history_post_ids",
          "retweet_count", "repost_count",
          "tweet_count", "post_count",
          "pinned_tweet_id", "pinned_post_id",
          "most_recent_tweet_id", "most_recent_post_id");

  @Property
  void everyRowOfAPageIsAccountedFor(@ForAll("pages") ObjectNode page) throws Exception {
    ParsedPage parsed = parsed(bytes(page));

    List<JsonNode> results = list(page.path("data"));
    List<JsonNode> posts = new ArrayList<>(results);
    posts.addAll(list(page.path("includes").path("tweets")));
    assertAccountedFor(parsed.tweets(), posts);
    assertThat(parsed.tweets().counts().read())
        .isBetween((long) results.size(), (long) posts.size());
    List<JsonNode> users = list(page.path("includes").path("users"));
    assertAccountedFor(parsed.users(), users);
    assertThat(parsed.users().counts().read()).isEqualTo(users.size());
    List<JsonNode> places = list(page.path("includes").path("places"));
    assertAccountedFor(parsed.places(), places);
    assertThat(parsed.places().counts().read()).isEqualTo(places.size());
  }

  private static List<JsonNode> list(JsonNode inPage) {
    if (inPage.isArray()) {
      return inPage.valueStream().toList();
    }
    return inPage.isMissingNode() || inPage.isNull() ? List.of() : List.of(inPage);
  }

  private static void assertAccountedFor(TableRows<?> rows, List<JsonNode> inPage)
      throws Exception {
    assertThat(rows.counts().written()).isEqualTo(rows.written().size());
    assertThat(rows.counts().rejected()).isEqualTo(rows.quarantined().size());
    for (QuarantinedRow row : rows.quarantined()) {
      JsonNode line = RandomPages.MAPPER.readTree(row.toLine(SamplePages.FILE_NAME));
      assertThat(line.get("row")).isEqualTo(again(inPage.get(row.index())));
    }
  }

  @Property
  void bothVocabulariesGiveTheSameRows(@ForAll("pages") ObjectNode page, @ForAll Random random)
      throws Exception {
    JsonNode mixed = renamed(page, random);

    ParsedPage renamed = parsed(bytes(mixed));

    ParsedPage original = parsed(bytes(page));
    assertSameRows(renamed, original);
    assertThat(renamed.malformedFields().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(original.malformedFields().values().stream().mapToLong(Long::longValue).sum());
  }

  @Property
  void layoutDoesNotMatter(@ForAll("pages") ObjectNode page) throws Exception {
    byte[] pretty = RandomPages.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(page);

    ParsedPage parsed = parsed(pretty);

    ParsedPage original = parsed(bytes(page));
    assertSameRows(parsed, original);
    assertThat(parsed.unknownFields()).isEqualTo(original.unknownFields());
    assertThat(parsed.malformedFields()).isEqualTo(original.malformedFields());
    assertThat(parsed.tweets().quarantined())
        .allSatisfy(
            row -> assertThat(row.toLine(SamplePages.FILE_NAME)).doesNotContain("\n", "\r"));
  }

  @Property
  void aPageCutShortIsBroken(
      @ForAll("pages") ObjectNode page,
      @ForAll @DoubleRange(max = 1, maxIncluded = false) double at)
      throws Exception {
    byte[] body = page.toString().getBytes(StandardCharsets.UTF_8);

    PageOutcome outcome = outcome(Arrays.copyOf(body, (int) (body.length * at)));

    assertThat(outcome).isInstanceOf(BrokenPage.class);
  }

  @Property
  void textStaysAsItIsButForHalvesOfSurrogatePairs(@ForAll("texts") String text) throws Exception {
    JsonNode page = RandomPages.MAPPER.createObjectNode().set("data", post(text));

    String read = parsed(bytes(page)).tweets().written().getFirst().text();

    assertThat(new String(read.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .isEqualTo(read);
    assertThat(read).isEqualTo(text.replaceAll("\\p{Cs}", "\uFFFD"));
  }

  @Provide
  Arbitrary<ObjectNode> pages() {
    return RandomPages.pages();
  }

  @Provide
  Arbitrary<String> texts() {
    return RandomPages.texts();
  }

  private static void assertSameRows(ParsedPage actual, ParsedPage expected) {
    assertThat(actual.tweets().written()).isEqualTo(expected.tweets().written());
    assertThat(actual.users().written()).isEqualTo(expected.users().written());
    assertThat(actual.places().written()).isEqualTo(expected.places().written());
    assertThat(actual.tweets().counts()).isEqualTo(expected.tweets().counts());
    assertThat(actual.users().counts()).isEqualTo(expected.users().counts());
    assertThat(actual.places().counts()).isEqualTo(expected.places().counts());
    assertThat(actual.partialErrors()).isEqualTo(expected.partialErrors());
  }

  private static ObjectNode post(String text) {
    return RandomPages.MAPPER.createObjectNode().put("id", "1").put("text", text);
  }

  private static byte[] bytes(JsonNode page) throws JsonProcessingException {
    return RandomPages.MAPPER.writeValueAsBytes(page);
  }

  private static JsonNode again(JsonNode node) throws Exception {
    return RandomPages.MAPPER.readTree(bytes(node));
  }

  /// The page with each field in its `tweet` or its `post` name, by chance.
  private static JsonNode renamed(JsonNode node, Random random) {
    if (node instanceof ObjectNode object) {
      ObjectNode renamed = object.objectNode();
      object
          .properties()
          .forEach(
              field -> {
                String name =
                    random.nextBoolean()
                        ? field.getKey()
                        : POST_NAMES.getOrDefault(field.getKey(), field.getKey());
                renamed.set(name, renamed(field.getValue(), random));
              });
      return renamed;
    }
    if (node instanceof ArrayNode list) {
      ArrayNode renamed = list.arrayNode();
      list.forEach(element -> renamed.add(renamed(element, random)));
      return renamed;
    }
    return node;
  }
}
