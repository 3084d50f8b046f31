package dev.fedbytweets.xstandin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Asks the stand-in over HTTP, as anybody would.
final class XClient {

  static final String TOKEN = StandInRules.USUAL.token();

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI address;

  XClient(XStandIn standIn) {
    this(standIn.uri());
  }

  XClient(URI address) {
    this.address = address;
  }

  /// @param parameters names and values by turns
  Reply search(String... parameters) {
    return get(RequestRouter.SEARCH, parameters);
  }

  Reply get(String path, String... parameters) {
    return send(request(path, parameters).header("Authorization", "Bearer " + TOKEN).build());
  }

  Reply send(HttpRequest request) {
    try {
      return new Reply(HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for an answer", e);
    }
  }

  HttpRequest.Builder request(String path, String... parameters) {
    return HttpRequest.newBuilder(URI.create(address + path + query(parameters)))
        .timeout(Duration.ofSeconds(20));
  }

  /// All pages of a search, to the last.
  List<Reply> pages(String... parameters) {
    List<Reply> pages = new ArrayList<>(List.of(search(parameters)));
    while (!pages.getLast().nextToken().isEmpty()) {
      pages.add(search(with(parameters, "next_token", pages.getLast().nextToken())));
    }
    return pages;
  }

  static String[] with(String[] parameters, String... more) {
    List<String> all = new ArrayList<>(List.of(parameters));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private static String query(String... parameters) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < parameters.length; i += 2) {
      values.put(parameters[i], parameters[i + 1]);
    }
    return values.entrySet().stream()
        .map(value -> value.getKey() + "=" + encoded(value.getValue()))
        .collect(Collectors.joining("&", values.isEmpty() ? "" : "?", ""));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  record Reply(HttpResponse<byte[]> response) {

    int status() {
      return response.statusCode();
    }

    String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    JsonNode json() {
      try {
        return MAPPER.readTree(response.body());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse(null);
    }

    /// Empty if this is the last page.
    String nextToken() {
      return json().at("/meta/next_token").asText();
    }

    List<String> ids() {
      return posts().stream().map(post -> post.path("id").asText()).toList();
    }

    List<JsonNode> posts() {
      return StreamSupport.stream(json().path("data").spliterator(), false).toList();
    }

    /// The first of the messages of a refusal.
    String message() {
      return json().at("/errors/0/message").asText();
    }
  }
}
