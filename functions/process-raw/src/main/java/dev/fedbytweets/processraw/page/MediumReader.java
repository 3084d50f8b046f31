package dev.fedbytweets.processraw.page;

import static dev.fedbytweets.processraw.page.JsonCursor.first;

import dev.fedbytweets.core.model.MediaVariant;
import dev.fedbytweets.core.model.Medium;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/// Reads a picture or video.
final class MediumReader implements RowReader<Medium> {

  /// What X documents and no column uses.
  private static final Set<String> UNUSED =
      Set.of("non_public_metrics", "organic_metrics", "promoted_metrics");

  private String mediaKey;
  private String type;
  private String url;
  private String previewImageUrl;
  private String altText;
  private Long width;
  private Long height;
  private Long durationMs;
  private Long viewCount;
  private List<MediaVariant> variants;

  @Override
  public void read(JsonCursor in) throws IOException {
    for (String name = in.firstName(); name != null; name = in.nextName()) {
      readField(name, in);
    }
  }

  private void readField(String name, JsonCursor in) throws IOException {
    switch (name) {
      case "media_key" -> mediaKey = first(mediaKey, in.identifier());
      case "type" -> type = first(type, in.text());
      case "url" -> url = first(url, in.text());
      case "preview_image_url" -> previewImageUrl = first(previewImageUrl, in.text());
      case "alt_text" -> altText = first(altText, in.text());
      case "width" -> width = first(width, in.count());
      case "height" -> height = first(height, in.count());
      case "duration_ms" -> durationMs = first(durationMs, in.count());
      case "public_metrics" -> readMetrics(in);
      case "variants" -> variants = first(variants, in.list(MediumReader::variant));
      default -> in.leave(UNUSED);
    }
  }

  private void readMetrics(JsonCursor in) throws IOException {
    for (String name = in.firstName(); name != null; name = in.nextName()) {
      switch (name) {
        case "view_count" -> viewCount = first(viewCount, in.count());
        default -> in.leave(Set.of());
      }
    }
  }

  private static MediaVariant variant(JsonCursor in) throws IOException {
    Long bitRate = null;
    String contentType = null;
    String url = null;
    for (String name = in.firstName(); name != null; name = in.nextName()) {
      switch (name) {
        case "bit_rate" -> bitRate = first(bitRate, in.count());
        case "content_type" -> contentType = first(contentType, in.text());
        case "url" -> url = first(url, in.text());
        default -> in.skip();
      }
    }
    return bitRate == null && contentType == null && url == null
        ? null
        : new MediaVariant(bitRate, contentType, url);
  }

  @Override
  public String id() {
    return mediaKey;
  }

  @Override
  public String idField() {
    return "media_key";
  }

  @Override
  public Medium row(PageOrigin origin) {
    return new Medium(
        mediaKey,
        type,
        url,
        previewImageUrl,
        altText,
        width,
        height,
        durationMs,
        viewCount,
        variants,
        origin.importDate(),
        origin.fileName(),
        origin.run().value(),
        origin.retrievedAt(),
        origin.isRetrievedAtKnown());
  }
}
