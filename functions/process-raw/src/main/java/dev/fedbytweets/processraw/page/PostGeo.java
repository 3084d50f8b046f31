package dev.fedbytweets.processraw.page;

import static dev.fedbytweets.processraw.page.JsonCursor.first;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/// Reads where a post was sent from.
final class PostGeo {

  private static final Set<String> UNUSED_IN_COORDINATES = Set.of("type");

  String placeId;
  Double longitude;
  Double latitude;

  void read(JsonCursor in) throws IOException {
    for (String name = in.firstName(); name != null; name = in.nextName()) {
      switch (name) {
        case "place_id" -> placeId = first(placeId, in.identifier());
        case "coordinates" -> readCoordinates(in);
        default -> in.leave(Set.of());
      }
    }
  }

  private void readCoordinates(JsonCursor in) throws IOException {
    for (String name = in.firstName(); name != null; name = in.nextName()) {
      switch (name) {
        case "coordinates" -> readPosition(in.numbers(2));
        default -> in.leave(UNUSED_IN_COORDINATES);
      }
    }
  }

  private void readPosition(List<Double> position) {
    if (longitude == null && position != null) {
      longitude = position.get(0);
      latitude = position.get(1);
    }
  }
}
