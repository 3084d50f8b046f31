package dev.fedbytweets.processraw.page;

import static dev.fedbytweets.processraw.page.SamplePages.parsed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class UnknownFieldsTest {

  @Test
  void countsThemByPathWhateverTheirKind() {
    ParsedPage page =
        parsed(
            """
            {"new": {"a": [{}]}, "title": "t",
             "data": [
               {"id": "1", "card_uri_v2": "c", "public_metrics": {"view_count": 1},
                "entities": {"places": []}, "geo": {"full_name": "x", "coordinates": {"height": 1}},
                "withheld": {"until": null}, "note_tweet": {"title": "t", "entities": {"new": 1}}},
               {"card_uri_v2": {"deep": {"er": 1}}, "id": "2"},
               {"no_id": 1}],
             "includes": {"stickers": [], "users": [
                {"id": "1", "x": true, "public_metrics": {"y": 1},
                "entities": {"z": {}, "url": {"w": 1}}}],
               "places": [{"id": "1", "x": 1, "geo": {"height": 1}}]}}
            """);

    assertThat(page.unknownFields())
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("new", 1L),
                Map.entry("title", 1L),
                Map.entry("data.card_uri_v2", 2L),
                Map.entry("data.no_id", 1L),
                Map.entry("data.public_metrics.view_count", 1L),
                Map.entry("data.entities.places", 1L),
                Map.entry("data.geo.full_name", 1L),
                Map.entry("data.geo.coordinates.height", 1L),
                Map.entry("data.withheld.until", 1L),
                Map.entry("data.note_tweet.title", 1L),
                Map.entry("data.note_tweet.entities.new", 1L),
                Map.entry("includes.stickers", 1L),
                Map.entry("users.x", 1L),
                Map.entry("users.public_metrics.y", 1L),
                Map.entry("users.entities.z", 1L),
                Map.entry("users.entities.url.w", 1L),
                Map.entry("places.x", 1L),
                Map.entry("places.geo.height", 1L)));
    assertThat(page.malformedFields()).isEmpty();
    assertThat(page.tweets().written()).hasSize(2);
  }

  @Test
  void knowsWhatXDocumentsAndWhatTwarcAdds() {
    ParsedPage page =
        parsed(
            """
            {"meta": {"result_count": 1}, "matching_rules": [{"id": "1"}],
             "__twarc": {"url": "u", "version": "2.13.0",
               "retrieved_at": "2023-04-07T21:39:26+00:00"},
             "data": [{"id": "1", "article": {}, "article_title": {}, "attachments": {},
                "card_uri": "c",
               "context_annotations": [], "display_text_range": [0, 1], "edit_controls": {},
               "matched_media_notes": [], "media_metadata": [], "non_public_metrics": {},
               "note_request_suggestions": [], "organic_metrics": {}, "paid_partnership": false,
               "promoted_metrics": {}, "scopes": {}, "source": "web", "suggested_source_links": [],
               "suggested_source_links_with_counts": [], "username": "u",
               "entities": {"annotations": []}, "note_post": {"entities": {}},
               "withheld": {"copyright": true, "scope": "tweet"},
               "geo": {"coordinates": {"type": "Point"}}}],
             "includes": {"tweets": [], "posts": [], "media": [], "polls": [], "topics": [],
               "users": [{"id": "1", "affiliation": {}, "confirmed_email": "e",
                  "connection_status": [],
                 "is_identity_verified": true, "most_recent_post_id": "1",
                  "most_recent_tweet_id": "1",
                 "parody": false, "profile_banner_url": "u", "receives_your_dm": true,
                 "subscribes_to_you": true, "subscription": {}, "verified_followers_count": 1,
                 "withheld": {}, "entities": {"description": {}}}],
               "places": [
                  {"id": "1", "geo": {"type": "Feature", "geometry": {}, "properties": {}}}]}}
            """);

    assertThat(page.unknownFields()).isEmpty();
    assertThat(page.malformedFields()).isEmpty();
  }

  @Test
  void stopsTellingPathsApartAfterAHundred() {
    StringBuilder body = new StringBuilder("{");
    for (int i = 0; i < 150; i++) {
      body.append("\"f%03d\": 1, \"f000\": 2, ".formatted(i));
    }

    ParsedPage page = parsed(body.append("\"data\": []}").toString());

    assertThat(page.unknownFields())
        .hasSize(101)
        .containsEntry("f000", 151L)
        .containsEntry("f099", 1L)
        .containsEntry("other", 50L);
  }
}
