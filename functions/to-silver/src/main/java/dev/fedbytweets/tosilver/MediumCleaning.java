package dev.fedbytweets.tosilver;

import dev.fedbytweets.core.model.MediaVariant;
import dev.fedbytweets.core.model.Medium;
import dev.fedbytweets.core.model.SilverMedium;
import dev.fedbytweets.tables.files.Column;
import dev.fedbytweets.tables.files.ColumnFileReader;
import dev.fedbytweets.tables.silver.Cleaning;
import dev.fedbytweets.tables.silver.CorrectionCounts;
import dev.fedbytweets.tables.silver.Key;
import dev.fedbytweets.tables.silver.ResolvedKey;
import java.time.Instant;
import java.util.List;

/// Makes silver media of bronze media.
final class MediumCleaning implements Cleaning<Medium, SilverMedium> {

  @Override
  public KeyReader keys(ColumnFileReader bronze) {
    Column<String> keys = bronze.texts("media_key");
    return () -> resolve(keys.next());
  }

  private static ResolvedKey resolve(String mediaKey) {
    return mediaKey.isBlank()
        ? new ResolvedKey.Rejected("the media_key is blank")
        : new ResolvedKey.Usable(new Key.TextKey(mediaKey.strip()), null, List.of());
  }

  @Override
  public SilverMedium clean(Medium row, Instant firstRetrievedAt, CorrectionCounts corrections) {
    return new SilverMedium(
        row.mediaKey().strip(),
        Texts.clean(row.type()),
        Texts.clean(row.url()),
        Texts.clean(row.previewImageUrl()),
        Texts.clean(row.altText()),
        row.width(),
        row.height(),
        row.durationMs(),
        row.viewCount(),
        clean(row.variants()),
        row.importDate(),
        row.fileName(),
        row.retrievedAt(),
        firstRetrievedAt,
        row.retrievedAtKnown());
  }

  private static List<MediaVariant> clean(List<MediaVariant> variants) {
    return variants == null
        ? null
        : variants.stream()
            .map(
                variant ->
                    new MediaVariant(
                        variant.bitRate(),
                        Texts.clean(variant.contentType()),
                        Texts.clean(variant.url())))
            .toList();
  }

  @Override
  public String quarantineLine(Medium row, String reason) {
    return QuarantineLine.of(row, row.fileName(), reason);
  }
}
