package dev.fedbytweets.xstandin.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fedbytweets.xstandin.posts.MadeUpPlace;

/// A place as X writes it; of some X says no more than the full name.
public final class PlaceJson {

  private PlaceJson() {}

  public static ObjectNode document(MadeUpPlace place) {
    ObjectNode document = XJson.object();
    document.put("id", place.id());
    document.put("full_name", place.fullName());
    if (place.details() != null) {
      details(document, place.details());
    }
    return document;
  }

  private static void details(ObjectNode document, MadeUpPlace.Details details) {
    document.put("name", details.name());
    document.put("country", details.country());
    document.put("country_code", details.countryCode());
    document.put("place_type", details.type());
    ObjectNode geo = document.putObject("geo").put("type", "Feature");
    MadeUpPlace.Box box = details.box();
    geo.putArray("bbox").add(box.west()).add(box.south()).add(box.east()).add(box.north());
    geo.putObject("properties");
    if (!details.containedWithin().isEmpty()) {
      ArrayNode containedWithin = document.putArray("contained_within");
      details.containedWithin().forEach(containedWithin::add);
    }
  }
}
