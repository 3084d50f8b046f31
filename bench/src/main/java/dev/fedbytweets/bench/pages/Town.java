package dev.fedbytweets.bench.pages;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.SplittableRandom;

/// A made-up place. What is known of one follows from its number.
final class Town {

  static final int ALL = 3_000;

  private final int number;
  private final SplittableRandom random;

  Town(int number) {
    this.number = number;
    this.random = new SplittableRandom(number);
  }

  static String idOf(int number) {
    return "%016x".formatted(0x9e3779b97f4a7c15L * (number + 1));
  }

  /// Writes it as X would.
  void write(JsonGenerator json) throws IOException {
    String name = Tongue.any(random).word(random) + number;
    json.writeStartObject();
    json.writeStringField("id", idOf(number));
    json.writeStringField("full_name", name + ", Brasil");
    json.writeStringField("name", name);
    json.writeStringField("country", "Brasil");
    json.writeStringField("country_code", "BR");
    json.writeStringField("place_type", "city");
    double west = random.nextInt(-740_000, -350_000) / 10_000.0;
    double south = random.nextInt(-330_000, 40_000) / 10_000.0;
    json.writeObjectFieldStart("geo");
    json.writeStringField("type", "Feature");
    json.writeArrayFieldStart("bbox");
    json.writeNumber(west);
    json.writeNumber(south);
    json.writeNumber(west + 1);
    json.writeNumber(south + 1);
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }
}
