package dev.fedbytweets.xstandin.posts;

import java.util.List;

/// A made-up place.
///
/// @param id sixteen hexadecimal digits
/// @param details null for the rare place of which X says its full name only
public record Place(String id, String fullName, Details details) {

  /// @param type `poi`, `neighborhood`, `city`, `admin` or `country`
  /// @param containedWithin identifiers of larger places; may be empty
  public record Details(
      String name,
      String country,
      String countryCode,
      String type,
      Box box,
      List<String> containedWithin) {

    public Details {
      containedWithin = List.copyOf(containedWithin);
    }
  }

  /// The bounds, in degrees.
  public record Box(double west, double south, double east, double north) {}
}
