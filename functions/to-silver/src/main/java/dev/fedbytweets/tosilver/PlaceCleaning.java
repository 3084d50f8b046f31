package dev.fedbytweets.tosilver;

import dev.fedbytweets.core.model.Place;
import dev.fedbytweets.core.model.SilverPlace;
import dev.fedbytweets.tables.silver.Cleaning;
import dev.fedbytweets.tables.silver.Corrections;
import dev.fedbytweets.tables.silver.History;
import dev.fedbytweets.tables.silver.Identified;
import dev.fedbytweets.tables.silver.Identity;
import dev.fedbytweets.tables.silver.Key;
import java.util.List;

/// Bronze places to silver places.
final class PlaceCleaning implements Cleaning<Place, SilverPlace> {

  @Override
  public Identified identify(Identity row) {
    return row.id().isBlank()
        ? new Identified.Unusable("the id is blank")
        : new Identified.Usable(new Key(row.id().strip(), null), null, List.of());
  }

  @Override
  public SilverPlace clean(Place row, History history, Corrections corrections) {
    return new SilverPlace(
        row.id().strip(),
        Texts.clean(row.fullName()),
        Texts.clean(row.country()),
        Texts.clean(row.placeType()),
        row.importDate(),
        row.fileName(),
        row.retrievedAt(),
        history.firstRetrievedAt(),
        Texts.clean(row.name()),
        Texts.clean(row.countryCode()),
        row.west(),
        row.south(),
        row.east(),
        row.north(),
        Texts.clean(row.containedWithin()));
  }

  @Override
  public String quarantineLine(Place row, String reason) {
    return QuarantineLine.of(row, row.fileName(), reason);
  }
}
