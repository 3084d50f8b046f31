package dev.fedbytweets.bench.pages;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// What X finds in a text: mentions, tags, addresses, names, and what it is about.
///
/// @param random of the post
/// @param tongue of the post
record Marks(SplittableRandom random, Tongue tongue) {

  private static final List<String> SUBJECT_AREAS =
      List.of("Brand", "Politics", "Food", "Place", "Music Genre", "Interests and Hobbies");

  void writeMarks(JsonGenerator json, String field, String name, List<String> marks)
      throws IOException {
    if (marks.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart(field);
    for (String mark : marks) {
      json.writeStartObject();
      json.writeNumberField("start", random.nextInt(200));
      json.writeNumberField("end", 200 + mark.length());
      json.writeStringField(name, mark);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void writeAddresses(JsonGenerator json, List<String> addresses) throws IOException {
    if (addresses.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("urls");
    for (String address : addresses) {
      json.writeStartObject();
      json.writeNumberField("start", 100);
      json.writeNumberField("end", 123);
      json.writeStringField("url", "https://t.co/" + address);
      json.writeStringField("expanded_url", "https://news.example/articles/" + address + "?ref=x");
      json.writeStringField(
          "display_url", "news.example/articles/" + address.substring(0, 4) + "…");
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  void writeAnnotations(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("annotations");
    for (int i = random.nextInt(3); i > 0; i--) {
      json.writeStartObject();
      json.writeNumberField("start", random.nextInt(100));
      json.writeNumberField("end", 100 + random.nextInt(100));
      json.writeNumberField("probability", random.nextInt(10_000) / 10_000.0);
      json.writeStringField("type", "Organization");
      json.writeStringField("normalized_text", capitalized(tongue.word(random)));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  void writeAreas(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("context_annotations");
    for (int i = random.nextInt(3); i > 0; i--) {
      int area = random.nextInt(SUBJECT_AREAS.size());
      json.writeStartObject();
      json.writeObjectFieldStart("domain");
      json.writeStringField("id", Integer.toString(40 + area));
      json.writeStringField("name", SUBJECT_AREAS.get(area));
      json.writeStringField("description", "Things known as " + SUBJECT_AREAS.get(area));
      json.writeEndObject();
      json.writeObjectFieldStart("entity");
      json.writeStringField("id", Long.toString(1_000_000_000L + random.nextInt(5000)));
      json.writeStringField("name", capitalized(tongue.word(random)));
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static String capitalized(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
