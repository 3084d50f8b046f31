package dev.fedbytweets.xclient;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What X says about an error: a problem document, a list `errors`, or plain text. Of a web page
/// only that it is one.
///
/// @param sentences title, detail and messages as far as X gives them, or the plain text
/// @param names the problem's title and type and the parameters that X blames
public record Problem(List<String> sentences, List<String> names) {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int LONGEST_BODY = 100_000;
  private static final int LONGEST_SENTENCE = 300;
  private static final int MOST_SENTENCES = 5;

  /// The problem in the body of an error.
  public static Problem of(byte[] body) {
    JsonNode json = json(body);
    return json == null ? plain(body) : documented(json);
  }

  /// In one line of at most about 1500 characters, for a message to a person.
  public String summary() {
    return sentences.isEmpty()
        ? "without saying why"
        : sentences.stream()
            .map(Problem::line)
            .distinct()
            .limit(MOST_SENTENCES)
            .collect(Collectors.joining(" | "));
  }

  /// Everything that X says, in one text to search in.
  public String text() {
    return String.join("\n", sentences);
  }

  private static @Nullable JsonNode json(byte[] body) {
    if (body.length > LONGEST_BODY) {
      return null;
    }
    try {
      JsonNode json = MAPPER.readTree(body);
      return json != null && json.isObject() ? json : null;
    } catch (IOException e) {
      return null;
    }
  }

  private static Problem plain(byte[] body) {
    if (NoAnswer.asWebPage(body) != null) {
      return new Problem(List.of("with a web page"), List.of());
    }
    String text =
        new String(body, 0, Math.min(body.length, LONGEST_SENTENCE), StandardCharsets.UTF_8);
    return new Problem(text.isBlank() ? List.of() : List.of(text), List.of());
  }

  private static Problem documented(JsonNode json) {
    List<String> sentences = new ArrayList<>();
    List<String> names = new ArrayList<>();
    Stream.concat(Stream.of(json), json.path("errors").valueStream())
        .forEach(
            problem -> {
              add(sentences, problem, "title", "detail", "message");
              add(names, problem, "title", "type", "parameter");
              problem.path("parameters").fieldNames().forEachRemaining(names::add);
            });
    return new Problem(List.copyOf(sentences), List.copyOf(names));
  }

  private static void add(List<String> texts, JsonNode problem, String... fields) {
    for (String field : fields) {
      if (problem.path(field).isTextual()) {
        texts.add(problem.path(field).textValue());
      }
    }
  }

  private static String line(String sentence) {
    String line = sentence.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
    return line.length() <= LONGEST_SENTENCE ? line : line.substring(0, LONGEST_SENTENCE) + "...";
  }
}
