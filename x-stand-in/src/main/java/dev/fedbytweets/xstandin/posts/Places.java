package dev.fedbytweets.xstandin.posts;

import java.util.List;

/// The places of the made-up world; they are the same for every seed.
final class Places {

  private static final String BRASIL = "00dec0de00000001";
  private static final String ARAUCARIAS = "00dec0de00000002";

  private static final List<Place> ALL =
      List.of(
          place(BRASIL, "Brasil", "Brasil", "BR", "country", box(-74.0, -33.7, -28.8, 5.3)),
          place(
              ARAUCARIAS,
              "Serra das Araucárias, Brasil",
              "Brasil",
              "BR",
              "admin",
              box(-52.1, -27.9, -49.2, -25.4),
              BRASIL),
          place(
              "00dec0de00000003",
              "Vila Serena, Brasil",
              "Brasil",
              "BR",
              "city",
              box(-50.612, -26.881, -50.377, -26.702),
              ARAUCARIAS,
              BRASIL),
          place(
              "00dec0de00000004",
              "Porto Manso, Brasil",
              "Brasil",
              "BR",
              "city",
              box(-38.742, -12.914, -38.601, -12.797),
              BRASIL),
          place(
              "00dec0de00000005",
              "Padaria do Morro, Vila Serena",
              "Brasil",
              "BR",
              "poi",
              box(-50.5013, -26.7911, -50.5013, -26.7911),
              ARAUCARIAS),
          place(
              "00dec0de00000006",
              "Fernbridge, England",
              "United Kingdom",
              "GB",
              "city",
              box(-1.912, 53.207, -1.788, 53.291)),
          place(
              "00dec0de00000007",
              "Quiet Harbor, ME",
              "United States",
              "US",
              "city",
              box(-68.214, 44.187, -68.102, 44.263)),
          place(
              "00dec0de00000008",
              "Puerto Claro, Chile",
              "Chile",
              "CL",
              "city",
              box(-73.214, -41.612, -72.987, -41.401)),
          place(
              "00dec0de00000009",
              "واحة النسيم",
              "مصر",
              "EG",
              "city",
              box(28.711, 27.012, 28.934, 27.187)),
          place(
              "00dec0de0000000a",
              "北海道 星見町",
              "日本",
              "JP",
              "city",
              box(142.311, 43.612, 142.618, 43.801)),
          place(
              "00dec0de0000000b",
              "Koro Passage, Fiji",
              "Fiji",
              "FJ",
              "admin",
              box(177.2, -19.2, -178.4, -16.1)),
          new Place("00dec0de0000000c", "The Old Signal Box", null));

  private Places() {}

  static Place thrown(Dice dice) {
    return dice.pick(ALL);
  }

  private static Place place(
      String id,
      String fullName,
      String country,
      String code,
      String type,
      Place.Box box,
      String... containedWithin) {
    String name = fullName.split(", ")[0];
    return new Place(
        id, fullName, new Place.Details(name, country, code, type, box, List.of(containedWithin)));
  }

  private static Place.Box box(double west, double south, double east, double north) {
    return new Place.Box(west, south, east, north);
  }
}
