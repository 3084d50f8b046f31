package dev.fedbytweets.local.importing.format;

import static dev.fedbytweets.local.importing.format.JsonFields.object;
import static dev.fedbytweets.local.importing.format.JsonFields.set;
import static dev.fedbytweets.local.importing.format.JsonFields.setUnlessEmpty;
import static dev.fedbytweets.local.importing.format.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.DoubleSummaryStatistics;

/// Where a post of X's API v1.1 was written.
final class LegacyPlace {

  private static final int COORDINATES = 2;

  private LegacyPlace() {}

  /// Says where a post was written, and adds the place to `includes`.
  static void addTo(ObjectNode post, ObjectNode old, PageDraft draft) {
    ObjectNode geo = post.objectNode();
    object(old, "place").ifPresent(place -> addPlace(place, geo, draft));
    addPoint(old, geo);
    setUnlessEmpty(post, "geo", geo);
  }

  private static void addPlace(ObjectNode old, ObjectNode geo, PageDraft draft) {
    set(geo, "place_id", text(old, "id"));
    ObjectNode place = old.objectNode();
    for (String name :
        new String[] {"id", "full_name", "name", "country", "country_code", "place_type"}) {
      set(place, name, text(old, name));
    }
    setUnlessEmpty(place, "geo", bounds(old));
    draft.include("places", "id", place);
  }

  /// `coordinates` begin with the longitude; the older `geo` with the latitude.
  private static void addPoint(ObjectNode old, ObjectNode geo) {
    JsonNode point = old.path("coordinates").path("coordinates");
    JsonNode turned = old.path("geo").path("coordinates");
    ObjectNode coordinates = geo.objectNode().put("type", "Point");
    if (point.size() == COORDINATES) {
      coordinates.putArray("coordinates").add(point.get(0)).add(point.get(1));
    } else if (turned.size() == COORDINATES) {
      coordinates.putArray("coordinates").add(turned.get(1)).add(turned.get(0));
    } else {
      return;
    }
    geo.set("coordinates", coordinates);
  }

  /// The rectangle around the corners.
  private static ObjectNode bounds(ObjectNode old) {
    ObjectNode geo = old.objectNode();
    DoubleSummaryStatistics longitudes = new DoubleSummaryStatistics();
    DoubleSummaryStatistics latitudes = new DoubleSummaryStatistics();
    for (JsonNode ring : old.path("bounding_box").path("coordinates")) {
      for (JsonNode corner : ring) {
        if (corner.path(0).isNumber() && corner.path(1).isNumber()) {
          longitudes.accept(corner.get(0).doubleValue());
          latitudes.accept(corner.get(1).doubleValue());
        }
      }
    }
    if (longitudes.getCount() > 0) {
      geo.put("type", "Feature")
          .putArray("bbox")
          .add(longitudes.getMin())
          .add(latitudes.getMin())
          .add(longitudes.getMax())
          .add(latitudes.getMax());
    }
    return geo;
  }
}
