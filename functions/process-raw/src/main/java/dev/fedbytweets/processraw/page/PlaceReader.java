package dev.fedbytweets.processraw.page;

import static dev.fedbytweets.processraw.page.JsonCursor.first;

import dev.fedbytweets.core.model.Place;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/// Reads a place.
final class PlaceReader implements RowReader<Place> {

  private final PlaceBounds bounds = new PlaceBounds();
  private String id;
  private String fullName;
  private String country;
  private String placeType;
  private String shortName;
  private String countryCode;
  private List<String> containedWithin;

  @Override
  public void read(JsonCursor in) throws IOException {
    for (String name = in.firstName(); name != null; name = in.nextName()) {
      readField(name, in);
    }
  }

  private void readField(String name, JsonCursor in) throws IOException {
    switch (name) {
      case "id" -> id = first(id, in.identifier());
      case "full_name" -> fullName = first(fullName, in.text());
      case "country" -> country = first(country, in.text());
      case "place_type" -> placeType = first(placeType, in.text());
      case "name" -> shortName = first(shortName, in.text());
      case "country_code" -> countryCode = first(countryCode, in.text());
      case "geo" -> bounds.read(in);
      case "contained_within" ->
          containedWithin = first(containedWithin, in.list(PlaceReader::container));
      default -> in.leave(Set.of());
    }
  }

  /// An identifier, as X documents, or an object with one.
  private static String container(JsonCursor in) throws IOException {
    return in.isObject() ? in.field("id", JsonCursor::identifier) : in.identifier();
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Place row(PageOrigin origin) {
    return new Place(
        id,
        fullName,
        country,
        placeType,
        origin.importDate(),
        origin.fileName(),
        origin.run().value(),
        origin.retrievedAt(),
        shortName,
        countryCode,
        bounds.west,
        bounds.south,
        bounds.east,
        bounds.north,
        containedWithin,
        origin.isRetrievedAtKnown());
  }
}
