package dev.fedbytweets.processraw.page;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/// Well-formed pages in `tweet` names, from plausible to absurd: every field may hold anything.
final class RandomPages {

  /// Writes halves of surrogate pairs as escapes, the only way for them into a page.
  static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int DEEPEST = 4;
  private static final String LETTERS = "a \"\\\n\0é\u2028\u200d\ud83d\ude00\udc00";

  private static final List<String> POST_FIELDS =
      List.of(
          "created_at",
          "author_id",
          "text",
          "note_tweet",
          "lang",
          "possibly_sensitive",
          "public_metrics",
          "retweet_count",
          "like_count",
          "entities",
          "hashtags",
          "tag",
          "urls",
          "expanded_url",
          "url",
          "mentions",
          "referenced_tweets",
          "type",
          "edit_history_tweet_ids",
          "geo",
          "place_id",
          "coordinates",
          "withheld",
          "country_codes",
          "new_field");

  private static final List<String> OTHER_FIELDS =
      List.of(
          "name",
          "full_name",
          "verified",
          "url",
          "urls",
          "expanded_url",
          "entities",
          "public_metrics",
          "tweet_count",
          "followers_count",
          "pinned_tweet_id",
          "geo",
          "bbox",
          "alt_text",
          "width",
          "variants",
          "bit_rate",
          "contained_within",
          "new_field");

  private final Random random;

  private RandomPages(Random random) {
    this.random = random;
  }

  static Arbitrary<ObjectNode> pages() {
    return Arbitraries.randomValue(random -> new RandomPages(random).page());
  }

  /// Any UTF-16, halves of surrogate pairs and NUL among it.
  static Arbitrary<String> texts() {
    return Arbitraries.randomValue(random -> new RandomPages(random).text());
  }

  private ObjectNode page() {
    ObjectNode page = NODES.objectNode();
    for (int i = random.nextInt(6); i > 0; i--) {
      switch (random.nextInt(6)) {
        case 0, 1 -> page.set("data", rows(POST_FIELDS));
        case 2, 3 -> page.set("includes", mostly() ? includes() : anything(0, OTHER_FIELDS));
        case 4 -> page.set("errors", anything(2, OTHER_FIELDS));
        default -> page.set("new_field", anything(0, POST_FIELDS));
      }
    }
    return page;
  }

  private JsonNode includes() {
    ObjectNode includes = NODES.objectNode();
    for (String name : List.of("users", "places", "media", "tweets")) {
      if (mostly()) {
        includes.set(name, rows(name.equals("tweets") ? POST_FIELDS : OTHER_FIELDS));
      }
    }
    return includes;
  }

  private JsonNode rows(List<String> fields) {
    if (!mostly()) {
      return anything(0, fields);
    }
    ArrayNode rows = NODES.arrayNode();
    for (int i = random.nextInt(8); i > 0; i--) {
      rows.add(mostly() ? row(fields) : anything(DEEPEST - 1, fields));
    }
    return rows;
  }

  /// Its `id` is mostly one of few, so that some stand in a page more than once.
  private JsonNode row(List<String> fields) {
    ObjectNode row = object(0, fields);
    JsonNode id = mostly() ? NODES.textNode("" + random.nextInt(20)) : anything(DEEPEST, fields);
    return row.set("id", id);
  }

  private JsonNode anything(int depth, List<String> fields) {
    return switch (random.nextInt(depth < DEEPEST ? 12 : 8)) {
      case 0, 1, 2 -> NODES.textNode(text());
      case 3 -> NODES.numberNode(random.nextLong());
      case 4 -> NODES.numberNode(new BigInteger(80, random));
      case 5 -> NODES.numberNode(random.nextGaussian());
      case 6 -> NODES.booleanNode(random.nextBoolean());
      case 7 -> NODES.nullNode();
      case 8, 9 -> list(depth + 1, fields);
      default -> object(depth + 1, fields);
    };
  }

  private JsonNode list(int depth, List<String> fields) {
    ArrayNode list = NODES.arrayNode();
    for (int i = random.nextInt(5); i > 0; i--) {
      list.add(anything(depth, fields));
    }
    return list;
  }

  private ObjectNode object(int depth, List<String> fields) {
    ObjectNode object = NODES.objectNode();
    for (int i = random.nextInt(8); i > 0; i--) {
      object.set(fields.get(random.nextInt(fields.size())), anything(depth, fields));
    }
    return object;
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(10); i > 0; i--) {
      boolean any = random.nextInt(5) == 0;
      text.append(
          any
              ? (char) random.nextInt(Character.MAX_VALUE + 1)
              : LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  private boolean mostly() {
    return random.nextInt(8) > 0;
  }
}
