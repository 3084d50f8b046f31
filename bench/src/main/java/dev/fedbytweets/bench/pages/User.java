package dev.fedbytweets.bench.pages;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.SplittableRandom;

/// A made-up user. What is known of one follows from the number and the seed; how many follow,
/// from when one looks.
final class User {

  private static final Instant FIRST = Instant.parse("2009-03-01T00:00:00Z");

  private final long number;
  private final SplittableRandom random;
  private final Tongue tongue;

  User(long seed, long number) {
    this.number = number;
    this.random = new SplittableRandom(seed * 7_919 + number);
    this.tongue = Tongue.any(random);
  }

  static String idOf(long number) {
    return Long.toString(10_000_000 + number * 7_001);
  }

  /// Writes it as X would.
  ///
  /// @param page on which it is seen
  void write(JsonGenerator json, int page) throws IOException {
    int followers = random.nextInt(20_000);
    json.writeStartObject();
    json.writeStringField("id", idOf(number));
    json.writeStringField("username", "user" + number);
    json.writeStringField("name", words(12));
    if (random.nextInt(3) > 0) {
      json.writeStringField("location", words(14));
    }
    json.writeStringField("description", words(20 + random.nextInt(120)));
    json.writeStringField("created_at", FIRST.plusSeconds(random.nextLong(500_000_000)).toString());
    json.writeBooleanField("verified", random.nextInt(12) == 0);
    json.writeStringField("verified_type", random.nextInt(12) == 0 ? "blue" : "none");
    json.writeBooleanField("protected", false);
    String image = Long.toString(random.nextLong(1L << 60), 36);
    json.writeStringField("profile_image_url", "https://images.example/profile/" + image + ".jpg");
    if (random.nextInt(3) == 0) {
      json.writeStringField("pinned_tweet_id", Long.toString(Post.idOf(random.nextInt(1000))));
    }
    writeAddress(json);
    json.writeObjectFieldStart("public_metrics");
    json.writeNumberField("followers_count", followers + page);
    json.writeNumberField("following_count", random.nextInt(2_000));
    json.writeNumberField("tweet_count", random.nextInt(50_000) + page);
    json.writeNumberField("listed_count", followers / 200);
    json.writeNumberField("like_count", random.nextInt(90_000));
    json.writeNumberField("media_count", random.nextInt(900));
    json.writeEndObject();
    json.writeEndObject();
  }

  private void writeAddress(JsonGenerator json) throws IOException {
    if (random.nextInt(3) > 0) {
      json.writeStringField("url", "");
      return;
    }
    String address = Long.toString(random.nextLong(1L << 50), 36);
    json.writeStringField("url", "https://t.co/" + address);
    json.writeObjectFieldStart("entities");
    json.writeObjectFieldStart("url");
    json.writeArrayFieldStart("urls");
    json.writeStartObject();
    json.writeNumberField("start", 0);
    json.writeNumberField("end", 23);
    json.writeStringField("url", "https://t.co/" + address);
    json.writeStringField("expanded_url", "https://" + address + ".example/");
    json.writeStringField("display_url", address + ".example");
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private String words(int length) {
    StringBuilder text = new StringBuilder();
    tongue.write(text, length, random);
    return text.toString().strip();
  }
}
