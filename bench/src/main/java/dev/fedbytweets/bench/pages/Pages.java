package dev.fedbytweets.bench.pages;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

/// Response pages of X with made-up posts in several languages and scripts, their authors and
/// places: 100 posts a page, about 180 kB. One post of ten was on an earlier page and comes again
/// with newer counts. The same seed gives the same pages.
public final class Pages {

  /// Posts of a page.
  public static final int POSTS = 100;

  private static final int NEW_POSTS = 90;
  private static final JsonFactory JSON = new JsonFactory();

  private final long seed;

  public Pages(long seed) {
    this.seed = seed;
  }

  /// A response body, UTF-8.
  ///
  /// @param number from 0
  public byte[] page(int number) {
    ByteArrayOutputStream body = new ByteArrayOutputStream(1 << 18);
    try (JsonGenerator json = JSON.createGenerator(body)) {
      write(json, number);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return body.toByteArray();
  }

  private void write(JsonGenerator json, int number) throws IOException {
    SplittableRandom random = new SplittableRandom(seed ^ number * 0x9E3779B97F4A7C15L);
    List<Long> posts = posts(number, random);
    TreeSet<Long> authors = new TreeSet<>();
    TreeSet<Integer> towns = new TreeSet<>();
    json.writeStartObject();
    json.writeArrayFieldStart("data");
    for (long post : posts) {
      int town = random.nextInt(30) == 0 ? random.nextInt(Town.ALL) : -1;
      int looks = post < (long) number * NEW_POSTS ? 1 + number % 5 : 0;
      new Post(seed, post).write(json, looks, town);
      authors.add(Post.author(seed, post));
      if (town >= 0) {
        towns.add(town);
      }
    }
    json.writeEndArray();
    writeIncludes(json, number, authors, towns);
    json.writeObjectFieldStart("meta");
    json.writeNumberField("result_count", posts.size());
    json.writeStringField("newest_id", Long.toString(Post.idOf(posts.getLast())));
    json.writeEndObject();
    json.writeEndObject();
  }

  private void writeIncludes(
      JsonGenerator json, int number, TreeSet<Long> authors, TreeSet<Integer> towns)
      throws IOException {
    json.writeObjectFieldStart("includes");
    json.writeArrayFieldStart("users");
    for (long author : authors) {
      new User(seed, author).write(json, number);
    }
    json.writeEndArray();
    if (!towns.isEmpty()) {
      json.writeArrayFieldStart("places");
      for (int town : towns) {
        new Town(town).write(json);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  /// The numbers of the page's posts: the next new ones and, but on the first page, some of
  /// before.
  private static List<Long> posts(int number, SplittableRandom random) {
    long first = (long) number * NEW_POSTS;
    TreeSet<Long> posts = new TreeSet<>();
    while (first > 0 && posts.size() < POSTS - NEW_POSTS) {
      posts.add(random.nextLong(first));
    }
    for (long post = first; post < first + NEW_POSTS; post++) {
      posts.add(post);
    }
    return new ArrayList<>(posts);
  }
}
