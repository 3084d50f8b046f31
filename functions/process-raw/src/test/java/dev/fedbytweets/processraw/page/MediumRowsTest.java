package dev.fedbytweets.processraw.page;

import static dev.fedbytweets.processraw.page.SamplePages.FILE_NAME;
import static dev.fedbytweets.processraw.page.SamplePages.IMPORT_DATE;
import static dev.fedbytweets.processraw.page.SamplePages.RETRIEVED_AT;
import static dev.fedbytweets.processraw.page.SamplePages.medium;
import static dev.fedbytweets.processraw.page.SamplePages.parsed;
import static dev.fedbytweets.processraw.page.SamplePages.withMedium;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.model.MediaVariant;
import dev.fedbytweets.core.model.Medium;
import dev.fedbytweets.core.step.Counts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediumRowsTest {

  @Test
  void readsEveryColumn() {
    ParsedPage page =
        parsed(
            """
            {"includes": {"media": [{
              "media_key": "7_1644758463428841475",
              "type": "video",
              "url": "https://example.org/a",
              "preview_image_url": "https://example.org/a.jpg",
              "alt_text": "A cat,\nasleep &amp; warm",
              "width": 1920,
              "height": 1080,
              "duration_ms": 62000,
              "public_metrics": {"view_count": 3000000000},
              "variants": [
                {"content_type": "application/x-mpegURL", "url": "https://example.org/a.m3u8"},
                {"bit_rate": 632000, "content_type": "video/mp4", "url": "https://example.org/b"},
                {}],
              "non_public_metrics": {}, "organic_metrics": {}, "promoted_metrics": {}
            }]}}
            """);

    assertThat(medium(page))
        .isEqualTo(
            new Medium(
                "7_1644758463428841475",
                "video",
                "https://example.org/a",
                "https://example.org/a.jpg",
                "A cat,\nasleep &amp; warm",
                1920L,
                1080L,
                62_000L,
                3_000_000_000L,
                List.of(
                    new MediaVariant(null, "application/x-mpegURL", "https://example.org/a.m3u8"),
                    new MediaVariant(632_000L, "video/mp4", "https://example.org/b")),
                IMPORT_DATE,
                FILE_NAME,
                "r-1",
                RETRIEVED_AT,
                true));
    assertThat(page.unknownFields()).isEmpty();
    assertThat(page.malformedFields()).isEmpty();
  }

  @Test
  void readsMediaOfALookup() {
    ParsedPage page = parsed("{\"data\": [{\"media_key\": \"3_1\", \"type\": \"photo\"}]}");

    assertThat(medium(page).type()).isEqualTo("photo");
    assertThat(page.tweets().counts()).isEqualTo(Counts.NONE);
  }

  @Test
  void keepsAKeyOnceAndQuarantinesARowWithoutOne() {
    ParsedPage page =
        parsed(
            """
            {"includes": {"media": [{"media_key": "3_1", "alt_text": "first"}, {"type": "photo"},
              {"media_key": "3_1", "alt_text": "second"}]}}
            """);

    assertThat(medium(page).altText()).isEqualTo("first");
    assertThat(page.media().counts()).isEqualTo(new Counts(3, 1, 1, 1));
    assertThat(page.media().quarantined())
        .containsExactly(
            new QuarantinedRow("it has no usable media_key", 1, "{\"type\": \"photo\"}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "alt_text": {}                             | media.alt_text
          "width": "wide"                            | media.width
          "public_metrics": []                       | media.public_metrics
          "public_metrics": {"view_count": 1.5}      | media.public_metrics.view_count
          "variants": {}                             | media.variants
          "variants": [{"bit_rate": "fast"}]         | media.variants.bit_rate
          """)
  void countsValuesOfAnotherKindAndKeepsTheRow(String fields, String path) {
    ParsedPage page = withMedium(fields + ", \"type\": \"photo\"");

    assertThat(page.malformedFields()).isEqualTo(Map.of(path, 1L));
    assertThat(medium(page)).isEqualTo(medium(withMedium("\"type\": \"photo\"")));
  }

  @Test
  void countsFieldsThatXDoesNotDocument() {
    ParsedPage page = withMedium("\"mood\": 1, \"public_metrics\": {\"like_count\": 1}");

    assertThat(page.unknownFields())
        .isEqualTo(Map.of("media.mood", 1L, "media.public_metrics.like_count", 1L));
  }
}
