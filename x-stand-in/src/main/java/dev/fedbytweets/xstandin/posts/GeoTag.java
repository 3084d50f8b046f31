package dev.fedbytweets.xstandin.posts;

/// Where a post says it was written. X writes `{}` if neither is known.
///
/// @param place null if none is named
/// @param point null if none is given
public record GeoTag(Place place, Point point) {

  /// In degrees.
  public record Point(double longitude, double latitude) {}

  /// Null for most posts.
  static GeoTag thrown(Dice dice) {
    if (!dice.oneIn(14)) {
      return null;
    }
    Place place = Places.thrown(dice);
    return switch (dice.below(10)) {
      case 0 -> new GeoTag(null, null);
      case 1, 2 -> new GeoTag(null, pointIn(place, dice));
      case 3, 4 -> new GeoTag(place, pointIn(place, dice));
      default -> new GeoTag(place, null);
    };
  }

  private static Point pointIn(Place place, Dice dice) {
    if (place.details() == null) {
      return null;
    }
    Place.Box box = place.details().box();
    return new Point(
        between(box.west(), box.east(), dice), between(box.south(), box.north(), dice));
  }

  private static double between(double least, double greatest, Dice dice) {
    double anywhere = least + dice.fraction() * Math.max(0, greatest - least);
    return Math.round(anywhere * 1e6) / 1e6;
  }
}
