package dev.fedbytweets.tosilver;

import dev.fedbytweets.core.model.Place;
import dev.fedbytweets.core.model.SilverPlace;
import dev.fedbytweets.tables.files.Column;
import dev.fedbytweets.tables.files.ColumnFileReader;
import dev.fedbytweets.tables.silver.Cleaning;
import dev.fedbytweets.tables.silver.CorrectionCounts;
import dev.fedbytweets.tables.silver.Key;
import dev.fedbytweets.tables.silver.ResolvedKey;
import java.time.Instant;
import java.util.List;

/// Makes silver places of bronze places.
final class PlaceCleaning implements Cleaning<Place, SilverPlace> {

  @Override
  public KeyReader keys(ColumnFileReader bronze) {
    Column<String> ids = bronze.texts("id");
    return () -> resolve(ids.next());
  }

  private static ResolvedKey resolve(String id) {
    return id.isBlank()
        ? new ResolvedKey.Rejected("the id is blank")
        : new ResolvedKey.Usable(new Key.TextKey(id.strip()), null, List.of());
  }

  @Override
  public SilverPlace clean(Place row, Instant firstRetrievedAt, CorrectionCounts corrections) {
    return new SilverPlace(
        row.id().strip(),
        Texts.clean(row.fullName()),
        Texts.clean(row.country()),
        Texts.clean(row.placeType()),
        row.importDate(),
        row.fileName(),
        row.retrievedAt(),
        firstRetrievedAt,
        Texts.clean(row.name()),
        Texts.clean(row.countryCode()),
        row.west(),
        row.south(),
        row.east(),
        row.north(),
        Texts.clean(row.containedWithin()),
        row.retrievedAtKnown());
  }

  @Override
  public String quarantineLine(Place row, String reason) {
    return QuarantineLine.of(row, row.fileName(), reason);
  }
}
