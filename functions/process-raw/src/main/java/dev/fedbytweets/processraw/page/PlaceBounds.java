package dev.fedbytweets.processraw.page;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/// Reads the box around a place.
final class PlaceBounds {

  private static final Set<String> UNUSED = Set.of("type", "geometry", "properties");

  Double west;
  Double south;
  Double east;
  Double north;

  void read(JsonCursor in) throws IOException {
    for (String name = in.firstName(); name != null; name = in.nextName()) {
      switch (name) {
        case "bbox" -> readBox(in.numbers(4));
        default -> in.leave(UNUSED);
      }
    }
  }

  private void readBox(List<Double> box) {
    if (west == null && box != null) {
      west = box.get(0);
      south = box.get(1);
      east = box.get(2);
      north = box.get(3);
    }
  }
}
