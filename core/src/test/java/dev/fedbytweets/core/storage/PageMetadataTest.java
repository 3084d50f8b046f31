package dev.fedbytweets.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fedbytweets.core.failure.RejectedException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("NullAway") // tests pass null and read what must be there
class PageMetadataTest {

  /// A sidecar file of a local lake, as it was written before metadata was grouped.
  private static final String SIDECAR =
      """
      {"max-results":"100","newest-id":"1992","next-token":"b26v","oldest-id":"1901",\
      "partial-errors":"1","posts":"50","query":"%28coffee+OR+caf%C3%A9%29+lang%3Aen",\
      "rate-limit":"450","rate-limit-remaining":"449",\
      "rate-limit-reset":"2026-11-21T12:15:00Z","requested-at":"2026-11-21T12:00:00Z",\
      "retrieved-at":"2026-11-21T12:00:01.250Z","sha256":"9a6b","since-id":"1900",\
      "status":"200","token":"a15u","until-id":"2000","users":"7","vocabulary":"post"}\
      """;

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private static final PageMetadata METADATA =
      new PageMetadata(
          NOON.plusMillis(1250),
          true,
          "9a6b",
          200,
          new PageRequest(NOON, "(coffee OR café) lang:en", 1900L, 2000L, "a15u", 100, "post"),
          new PageContents("b26v", 1992L, 1901L, 50, 7, 1, null),
          new RateLimit(450, 449, NOON.plusSeconds(900)));

  @Test
  void aStoredSidecarIsReadAndWrittenByteForByte() throws Exception {
    JsonMapper json = new JsonMapper();
    Map<String, String> map = json.readerForMapOf(String.class).readValue(SIDECAR);

    PageMetadata read = PageMetadata.ofMap("raw/x", map);

    assertThat(read).isEqualTo(METADATA);
    assertThat(json.writeValueAsString(new TreeMap<>(METADATA.toMap()))).isEqualTo(SIDECAR);
  }

  @Test
  void whatIsNotKnownIsLeftOut() {
    PageMetadata imported = PageMetadata.imported(NOON, true, "9a6b");

    assertThat(imported.toMap())
        .containsExactly(
            Map.entry("retrieved-at", "2026-11-21T12:00:00Z"), Map.entry("sha256", "9a6b"));
    assertThat(PageMetadata.ofMap("raw/x", imported.toMap())).isEqualTo(imported);
  }

  @Test
  void anEstimatedTimeIsMarked() {
    PageMetadata estimated = PageMetadata.imported(NOON, false, "9a6b");

    assertThat(estimated.toMap()).containsEntry("retrieved-at-known", "false");
    assertThat(PageMetadata.ofMap("raw/x", estimated.toMap())).isEqualTo(estimated);
    assertThat(PageMetadata.isRetrievedAtKnown(estimated.toMap())).isFalse();
    assertThat(PageMetadata.isRetrievedAtKnown(METADATA.toMap())).isTrue();
  }

  @Test
  void aLongQueryIsCutBetweenCharactersAndReadsAsABeginning() {
    String query = "é".repeat(166) + "abcd" + "😀".repeat(200);

    PageMetadata metadata = withQuery(query);
    Map<String, String> map = metadata.toMap();

    assertThat(ObjectMetadata.bytes(map)).isBetween(1989, ObjectMetadata.MOST_BYTES);
    assertThat(PageMetadata.ofMap("raw/x", map).request().query())
        .hasSizeGreaterThan(170)
        .isEqualTo(query.substring(0, PageMetadata.ofMap("raw/x", map).request().query().length()));
  }

  /// X's longest query, of characters with two, three and four bytes, and tokens as long as may be.
  @ParameterizedTest
  @CsvSource({"a, 512", "é, 512", "香, 512", "😀, 256", "é, 4096"})
  void theLargestMetadataIsExactlyWhatIsAllowed(String character, int characters) {
    String token = "t".repeat(PageMetadata.LONGEST_TOKEN);
    Instant late = Instant.parse("2026-11-21T12:00:00.123456789Z");
    String query = character.repeat(characters);
    PageMetadata largest =
        new PageMetadata(
            late,
            false,
            "0".repeat(64),
            200,
            new PageRequest(late, query, Long.MAX_VALUE, Long.MAX_VALUE, token, 100, "tweet"),
            new PageContents(
                token,
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                Integer.MAX_VALUE,
                Integer.MAX_VALUE,
                Integer.MAX_VALUE,
                Integer.MAX_VALUE),
            new RateLimit(Integer.MAX_VALUE, Integer.MAX_VALUE, Instant.MAX));

    Map<String, String> map = largest.toMap();

    String read = PageMetadata.ofMap("raw/x", map).request().query();
    int encoded = map.get("query").length() / read.codePointCount(0, read.length());
    assertThat(ObjectMetadata.bytes(map))
        .isBetween(ObjectMetadata.MOST_BYTES - encoded + 1, ObjectMetadata.MOST_BYTES);
    assertThat(map.get("query")).hasSizeGreaterThan(400);
    assertThat(query).startsWith(read);
    assertThat(map).containsEntry("token", token).containsEntry("next-token", token);
  }

  @Property
  void everyQueryFitsAndReadsAsItsBeginning(@ForAll @StringLength(max = 600) String text) {
    String query = withoutLoneSurrogates(text);

    Map<String, String> map = withQuery(query).toMap();

    String read = PageMetadata.ofMap("raw/x", map).request().query();
    assertThat(query).startsWith(read);
    assertThat(map.get("query")).matches("[ -~]*");
    assertThat(ObjectMetadata.bytes(map)).isLessThanOrEqualTo(ObjectMetadata.MOST_BYTES);
    if (ObjectMetadata.bytes(map) <= ObjectMetadata.MOST_BYTES - 12) {
      assertThat(read).isEqualTo(query);
    }
  }

  @Test
  void whatIsMissingOrUnreadableIsRejectedWithItsName() {
    Map<String, String> map = METADATA.toMap();
    map.remove("sha256");
    assertThatThrownBy(() -> PageMetadata.ofMap("raw/x", map))
        .isInstanceOf(RejectedException.class)
        .hasMessage("raw/x: its metadata cannot be read: sha256 is missing");

    assertThatThrownBy(() -> PageMetadata.retrievedAt("raw/x", Map.of()))
        .isInstanceOf(RejectedException.class)
        .hasMessage("raw/x: its metadata cannot be read: retrieved-at is missing");

    assertThatThrownBy(() -> PageMetadata.retrievedAt("raw/x", Map.of("retrieved-at", "noon")))
        .isInstanceOf(RejectedException.class)
        .hasMessageStartingWith("raw/x: its metadata cannot be read: ");

    map.put("sha256", "9a6b");
    map.put("posts", "many");
    assertThatThrownBy(() -> PageMetadata.ofMap("raw/x", map))
        .isInstanceOf(RejectedException.class)
        .hasMessageStartingWith("raw/x: its metadata cannot be read: ");
  }

  private static PageMetadata withQuery(String query) {
    return new PageMetadata(
        NOON,
        true,
        "9a6b",
        200,
        new PageRequest(NOON, query, null, null, null, 100, "post"),
        PageContents.UNKNOWN,
        RateLimit.UNKNOWN);
  }

  /// Half a surrogate pair is no character: it has no UTF-8, and X takes no such query.
  private static String withoutLoneSurrogates(String text) {
    return text.codePoints()
        .filter(codePoint -> Character.getType(codePoint) != Character.SURROGATE)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  void redactedMetadataSayBothHashesAndFit() {
    Map<String, String> map = new TreeMap<>(Map.of("sha256", "a".repeat(64)));
    map.put("query", "%C3%A4".repeat(320));
    Map<String, String> redacted = PageMetadata.redacted(map, "b".repeat(64));
    assertThat(PageMetadata.presentSha256(map)).hasValue("a".repeat(64));
    assertThat(PageMetadata.presentSha256(redacted)).hasValue("b".repeat(64));
    assertThat(redacted).containsEntry("sha256", "a".repeat(64));
    assertThat(ObjectMetadata.bytes(redacted)).isLessThanOrEqualTo(ObjectMetadata.MOST_BYTES);
    assertThat(redacted.get("query")).startsWith("%C3%A4").endsWith("%C3%A4");
  }
}
