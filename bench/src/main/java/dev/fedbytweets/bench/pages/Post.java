package dev.fedbytweets.bench.pages;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.fedbytweets.core.model.Snowflake;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// A made-up post. What it says follows from its number and the seed; how often it was liked,
/// from when it is looked at.
final class Post {

  /// Of the first post.
  static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

  private static final int POSTS_PER_DAY = 160_000;
  private static final long BETWEEN_POSTS_MS = Duration.ofDays(1).toMillis() / POSTS_PER_DAY;
  private static final List<String> SUBJECT_AREAS =
      List.of("Brand", "Politics", "Food", "Place", "Music Genre", "Interests and Hobbies");

  private final long seed;
  private final long number;
  private final SplittableRandom random;
  private final Tongue tongue;

  Post(long seed, long number) {
    this.seed = seed;
    this.number = number;
    this.random = new SplittableRandom(seed * 1_000_003 + number);
    this.tongue = Tongue.any(random);
  }

  /// Who wrote it: some write much, most little.
  static long author(long seed, long number) {
    SplittableRandom random = new SplittableRandom(seed * 31 + number);
    double often = random.nextDouble();
    return (long) (often * often * often * 400_000);
  }

  static long idOf(long number) {
    return Snowflake.smallestAt(START.plusMillis(number * BETWEEN_POSTS_MS)) | (number & 0xFFF);
  }

  /// Writes it as X would.
  ///
  /// @param looks how often it has been seen before
  /// @param place where it was sent from, -1 for nowhere
  void write(JsonGenerator json, int looks, int place) throws IOException {
    json.writeStartObject();
    List<String> history = new ArrayList<>();
    history.add(Long.toString(idOf(number)));
    json.writeStringField("id", history.getFirst());
    writeReferenced(json);
    writeText(json);
    writeMetrics(json, looks);
    json.writeStringField("lang", tongue.code());
    json.writeStringField("author_id", User.idOf(author(seed, number)));
    json.writeBooleanField("possibly_sensitive", random.nextInt(50) == 0);
    json.writeStringField("reply_settings", random.nextInt(12) == 0 ? "following" : "everyone");
    Instant created = START.plusMillis(number * BETWEEN_POSTS_MS).truncatedTo(ChronoUnit.SECONDS);
    json.writeStringField("created_at", created.toString().replace("Z", ".000Z"));
    writeEditing(json, history, created);
    writeAreas(json);
    if (place >= 0) {
      writeGeo(json, place);
    }
    writeRare(json);
    json.writeEndObject();
  }

  private void writeReferenced(JsonGenerator json) throws IOException {
    int kind = random.nextInt(10);
    if (number < 100 || kind >= 7) {
      json.writeStringField("conversation_id", Long.toString(idOf(number)));
      return;
    }
    long other = random.nextLong(number);
    String id = Long.toString(idOf(other));
    json.writeStringField("conversation_id", kind < 4 ? Long.toString(idOf(number)) : id);
    json.writeArrayFieldStart("referenced_tweets");
    json.writeStartObject();
    json.writeStringField("type", kind < 4 ? "retweeted" : kind < 6 ? "replied_to" : "quoted");
    json.writeStringField("id", id);
    json.writeEndObject();
    json.writeEndArray();
    if (kind == 4 || kind == 5) {
      json.writeStringField("in_reply_to_user_id", User.idOf(author(seed, other)));
    }
  }

  private void writeText(JsonGenerator json) throws IOException {
    StringBuilder text = new StringBuilder();
    List<String> mentions = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    List<String> addresses = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      mentions.add("user" + random.nextInt(400_000));
      text.append('@').append(mentions.getLast()).append(' ');
    }
    tongue.write(text, 30 + random.nextInt(190), random);
    for (int i = random.nextInt(4) - 1; i > 0; i--) {
      tags.add(capitalized(tongue.word(random)) + random.nextInt(40));
      text.append('#').append(tags.getLast()).append(' ');
    }
    if (random.nextInt(4) == 0) {
      addresses.add(Long.toString(random.nextLong(1L << 50), 36));
      text.append("https://t.co/").append(addresses.getLast());
    }
    json.writeStringField("text", text.toString().strip());
    json.writeObjectFieldStart("entities");
    writeMarks(json, "mentions", "username", mentions);
    writeMarks(json, "hashtags", "tag", tags);
    writeAddresses(json, addresses);
    writeAnnotations(json);
    json.writeEndObject();
    if (random.nextInt(40) == 0) {
      StringBuilder note = new StringBuilder(text);
      tongue.write(note, 300 + random.nextInt(1200), random);
      json.writeObjectFieldStart("note_tweet");
      json.writeStringField("text", note.toString().strip());
      json.writeEndObject();
    }
  }

  private static String capitalized(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private void writeMarks(JsonGenerator json, String field, String name, List<String> marks)
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

  private static void writeAddresses(JsonGenerator json, List<String> addresses)
      throws IOException {
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

  private void writeAnnotations(JsonGenerator json) throws IOException {
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

  private void writeMetrics(JsonGenerator json, int looks) throws IOException {
    int seen = (1 + looks) * random.nextInt(4000);
    json.writeObjectFieldStart("public_metrics");
    json.writeNumberField("retweet_count", seen / 90);
    json.writeNumberField("reply_count", seen / 160);
    json.writeNumberField("like_count", seen / 25);
    json.writeNumberField("quote_count", seen / 700);
    json.writeNumberField("bookmark_count", seen / 400);
    json.writeNumberField("impression_count", seen);
    json.writeEndObject();
  }

  private static void writeEditing(JsonGenerator json, List<String> history, Instant created)
      throws IOException {
    json.writeArrayFieldStart("edit_history_tweet_ids");
    for (String version : history) {
      json.writeString(version);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("edit_controls");
    json.writeNumberField("edits_remaining", 5);
    json.writeBooleanField("is_edit_eligible", true);
    json.writeStringField("editable_until", created.plus(Duration.ofHours(1)).toString());
    json.writeEndObject();
  }

  private void writeAreas(JsonGenerator json) throws IOException {
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

  private void writeGeo(JsonGenerator json, int place) throws IOException {
    json.writeObjectFieldStart("geo");
    json.writeStringField("place_id", Town.idOf(place));
    if (random.nextBoolean()) {
      json.writeObjectFieldStart("coordinates");
      json.writeStringField("type", "Point");
      json.writeArrayFieldStart("coordinates");
      json.writeNumber(random.nextInt(-1_800_000, 1_800_000) / 10_000.0);
      json.writeNumber(random.nextInt(-900_000, 900_000) / 10_000.0);
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void writeRare(JsonGenerator json) throws IOException {
    if (random.nextInt(100) == 0) {
      json.writeStringField(
          "community_id", Long.toString(1_500_000_000_000_000_000L + random.nextInt(300)));
    }
    if (random.nextInt(1000) == 0) {
      json.writeObjectFieldStart("withheld");
      json.writeBooleanField("copyright", false);
      json.writeArrayFieldStart("country_codes");
      json.writeString("DE");
      json.writeString("FR");
      json.writeEndArray();
      json.writeEndObject();
    }
  }
}
