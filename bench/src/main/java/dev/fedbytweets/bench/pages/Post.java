package dev.fedbytweets.bench.pages;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// A made-up post. What it says follows from its number and the seed; how often it was liked,
/// from when it is looked at.
final class Post {

  private static final List<String> SHARES = List.of("AAA", "BREW", "CAFE", "MILK", "TEA");

  private final long seed;
  private final Timeline timeline;
  private final long number;
  private final SplittableRandom random;
  private final Tongue tongue;
  private final Marks marks;

  Post(long seed, Timeline timeline, long number) {
    this.seed = seed;
    this.timeline = timeline;
    this.number = number;
    this.random = new SplittableRandom(seed * 1_000_003 + number);
    this.tongue = Tongue.any(random);
    this.marks = new Marks(random, tongue);
  }

  /// Who wrote it: some write much, most little.
  static long author(long seed, long number) {
    SplittableRandom random = new SplittableRandom(seed * 31 + number);
    double often = random.nextDouble();
    return (long) (often * often * often * 400_000);
  }

  /// Writes it as X would.
  ///
  /// @param age how many pages ago it was new
  /// @param place where it was sent from, -1 for nowhere
  void write(JsonGenerator json, int age, int place) throws IOException {
    json.writeStartObject();
    List<String> history = new ArrayList<>();
    history.add(Long.toString(timeline.idOf(number)));
    json.writeStringField("id", history.getFirst());
    writeReferenced(json);
    writeText(json);
    writeMetrics(json, age);
    json.writeStringField("lang", tongue.code());
    json.writeStringField("author_id", User.idOf(author(seed, number)));
    json.writeBooleanField("possibly_sensitive", random.nextInt(50) == 0);
    json.writeStringField("reply_settings", random.nextInt(12) == 0 ? "following" : "everyone");
    Instant created = timeline.at(number).truncatedTo(ChronoUnit.SECONDS);
    json.writeStringField("created_at", created.toString().replace("Z", ".000Z"));
    writeEditing(json, history, created);
    marks.writeAreas(json);
    if (place >= 0) {
      writeGeo(json, place);
    }
    writeRare(json);
    json.writeEndObject();
  }

  private void writeReferenced(JsonGenerator json) throws IOException {
    int kind = random.nextInt(10);
    if (number < 100 || kind >= 7) {
      json.writeStringField("conversation_id", Long.toString(timeline.idOf(number)));
      return;
    }
    long other = random.nextLong(number);
    String id = Long.toString(timeline.idOf(other));
    json.writeStringField("conversation_id", kind < 4 ? Long.toString(timeline.idOf(number)) : id);
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
    List<String> shares = new ArrayList<>();
    List<String> addresses = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      mentions.add("user" + random.nextInt(400_000));
      text.append('@').append(mentions.getLast()).append(' ');
    }
    tongue.write(text, 30 + random.nextInt(190), random);
    for (int i = random.nextInt(4) - 1; i > 0; i--) {
      tags.add(Marks.capitalized(tongue.word(random)) + random.nextInt(40));
      text.append('#').append(tags.getLast()).append(' ');
    }
    if (random.nextInt(50) == 0) {
      shares.add(SHARES.get(random.nextInt(SHARES.size())));
      text.append('$').append(shares.getLast()).append(' ');
    }
    if (random.nextInt(4) == 0) {
      addresses.add(Long.toString(random.nextLong(1L << 50), 36));
      text.append("https://t.co/").append(addresses.getLast());
    }
    json.writeStringField("text", text.toString().strip());
    json.writeObjectFieldStart("entities");
    marks.writeMarks(json, "mentions", "username", mentions);
    marks.writeMarks(json, "hashtags", "tag", tags);
    marks.writeMarks(json, "cashtags", "tag", shares);
    Marks.writeAddresses(json, addresses);
    marks.writeAnnotations(json);
    json.writeEndObject();
    if (random.nextInt(40) == 0) {
      StringBuilder note = new StringBuilder(text);
      tongue.write(note, 300 + random.nextInt(1200), random);
      json.writeObjectFieldStart("note_tweet");
      json.writeStringField("text", note.toString().strip());
      json.writeEndObject();
    }
  }

  private void writeMetrics(JsonGenerator json, int age) throws IOException {
    int seen = random.nextInt(4000) + age * random.nextInt(20);
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
