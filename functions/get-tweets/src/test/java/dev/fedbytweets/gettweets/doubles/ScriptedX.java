package dev.fedbytweets.gettweets.doubles;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.fedbytweets.core.storage.RateLimit;
import dev.fedbytweets.gettweets.x.SearchRequest;
import dev.fedbytweets.gettweets.x.Vocabulary;
import dev.fedbytweets.gettweets.x.XResponse;
import dev.fedbytweets.gettweets.x.XSearch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/// X over HTTP: gives the replies that were queued, and after them what a search finds.
public final class ScriptedX implements AutoCloseable {

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
  private final List<Asked> asked = new ArrayList<>();
  private final XSearch search;
  private final HttpServer server;

  /// @param path without query
  /// @param parameters decoded
  /// @param headers by lower-case name
  public record Asked(String path, Map<String, String> parameters, Map<String, String> headers) {}

  public ScriptedX(XSearch search) {
    this.search = search;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// Queues replies.
  public void reply(Reply... next) {
    replies.addAll(List.of(next));
  }

  /// Every request so far.
  public synchronized List<Asked> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Asked request = request(exchange);
      synchronized (this) {
        asked.add(request);
      }
      Reply queued = replies.poll();
      send(exchange, queued == null ? found(request.parameters()) : queued);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Asked request(HttpExchange exchange) {
    Map<String, String> parameters = new TreeMap<>();
    for (String parameter : exchange.getRequestURI().getRawQuery().split("&")) {
      String[] parts = parameter.split("=", 2);
      parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(), values.getFirst()));
    return new Asked(exchange.getRequestURI().getPath(), parameters, headers);
  }

  private Reply found(Map<String, String> parameters) throws IOException {
    XResponse response =
        search.search(
            new SearchRequest(
                parameters.get("query"),
                id(parameters.get("since_id")),
                id(parameters.get("until_id")),
                parameters.get("next_token"),
                Integer.parseInt(parameters.get("max_results")),
                parameters.containsKey("post.fields") ? Vocabulary.POST : Vocabulary.TWEET));
    Reply reply =
        Reply.json(response.status(), new String(response.body(), StandardCharsets.UTF_8));
    return limited(reply, response.rateLimit());
  }

  private static Reply limited(Reply reply, RateLimit limit) {
    Reply limited =
        reply
            .with("x-rate-limit-limit", limit.limit())
            .with("x-rate-limit-remaining", limit.remaining());
    return limit.reset() == null
        ? limited
        : limited.with("x-rate-limit-reset", limit.reset().getEpochSecond());
  }

  private static Long id(String text) {
    return text == null ? null : Long.valueOf(text);
  }

  private static void send(HttpExchange exchange, Reply reply)
      throws IOException, InterruptedException {
    Thread.sleep(reply.delay());
    byte[] body = reply.missing() > 0 ? reply.body() : compressed(reply.body());
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    if (reply.missing() == 0) {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    }
    exchange.sendResponseHeaders(reply.status(), body.length + reply.missing());
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private static byte[] compressed(byte[] body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body);
    }
    return bytes.toByteArray();
  }
}
