package dev.fedbytweets.xstandin.posts;

/// Where a post says it was written. X writes `{}` if neither is known.
///
/// @param place null if none is named
/// @param point null if none is given
public record GeoTag(MadeUpPlace place, Point point) {

  /// In degrees.
  public record Point(double longitude, double latitude) {}

  /// Null for most posts.
  static GeoTag random(SeededRandom random) {
    if (!random.oneIn(14)) {
      return null;
    }
    MadeUpPlace place = MadeUpPlace.random(random);
    return switch (random.below(10)) {
      case 0 -> new GeoTag(null, null);
      case 1, 2 -> new GeoTag(null, pointIn(place, random));
      case 3, 4 -> new GeoTag(place, pointIn(place, random));
      default -> new GeoTag(place, null);
    };
  }

  private static Point pointIn(MadeUpPlace place, SeededRandom random) {
    if (place.details() == null) {
      return null;
    }
    MadeUpPlace.Box box = place.details().box();
    return new Point(
        between(box.west(), box.east(), random), between(box.south(), box.north(), random));
  }

  private static double between(double least, double greatest, SeededRandom random) {
    double anywhere = least + random.fraction() * Math.max(0, greatest - least);
    return Math.round(anywhere * 1e6) / 1e6;
  }
}
