package dev.fedbytweets.xstandin.posts;

import java.util.List;
import java.util.stream.Stream;

/// A made-up place.
///
/// @param id sixteen hexadecimal digits
/// @param details null for the rare place of which X says its full name only
public record MadeUpPlace(String id, String fullName, Details details) {

  /// Identifier, full name, country, its code, type, bounds, and the larger places.
  private static final List<MadeUpPlace> ALL =
      """
      00dec0de00000001|Brasil|Brasil|BR|country|-74.0,-33.7,-28.8,5.3|
      00dec0de00000002|Serra das Araucárias, Brasil|Brasil|BR|admin|-52.1,-27.9,-49.2,-25.4|1
      00dec0de00000003|Vila Serena, Brasil|Brasil|BR|city|-50.612,-26.881,-50.377,-26.702|2,1
      00dec0de00000004|Porto Manso, Brasil|Brasil|BR|city|-38.742,-12.914,-38.601,-12.797|1
      00dec0de00000005|Padaria do Morro, Vila Serena|Brasil|BR|poi|-50.5013,-26.7911,-50.5013,-26.7911|2
      00dec0de00000006|Fernbridge, England|United Kingdom|GB|city|-1.912,53.207,-1.788,53.291|
      00dec0de00000007|Quiet Harbor, ME|United States|US|city|-68.214,44.187,-68.102,44.263|
      00dec0de00000008|Puerto Claro, Chile|Chile|CL|city|-73.214,-41.612,-72.987,-41.401|
      00dec0de00000009|واحة النسيم|مصر|EG|city|28.711,27.012,28.934,27.187|
      00dec0de0000000a|北海道 星見町|日本|JP|city|142.311,43.612,142.618,43.801|
      00dec0de0000000b|Koro Passage, Fiji|Fiji|FJ|admin|177.2,-19.2,-178.4,-16.1|
      00dec0de0000000c|The Old Signal Box
      """
          .lines()
          .map(MadeUpPlace::read)
          .toList();

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

  /// A place of the made-up world; they are the same for every seed.
  static MadeUpPlace random(SeededRandom random) {
    return random.pick(ALL);
  }

  private static MadeUpPlace read(String line) {
    String[] values = line.split("\\|", -1);
    if (values.length == 2) {
      return new MadeUpPlace(values[0], values[1], null);
    }
    double[] box = Stream.of(values[5].split(",")).mapToDouble(Double::parseDouble).toArray();
    return new MadeUpPlace(
        values[0],
        values[1],
        new Details(
            values[1].split(", ")[0],
            values[2],
            values[3],
            values[4],
            new Box(box[0], box[1], box[2], box[3]),
            Stream.of(values[6].split(","))
                .filter(number -> !number.isEmpty())
                .map("00dec0de0000000"::concat)
                .toList()));
  }
}
