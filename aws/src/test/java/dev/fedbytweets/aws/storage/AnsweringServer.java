package dev.fedbytweets.aws.storage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// An S3 that gives the answers it was told to give, whatever is asked; the last one again and
/// again.
final class AnsweringServer implements AutoCloseable {

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Queue<Function<HttpExchange, Answer>> answers = new ArrayDeque<>();
  private final List<String> requests = new ArrayList<>();
  private final HttpServer server;

  AnsweringServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /// What the server answers.
  record Answer(int status, Map<String, String> headers, String body) {

    static Answer of(int status) {
      return new Answer(status, Map.of(), "");
    }

    /// To a put.
    static Answer taken(String eTag) {
      return new Answer(200, Map.of("ETag", eTag), "");
    }

    static Answer error(int status, String code) {
      return new Answer(
          status,
          Map.of(),
          "<?xml version=\"1.0\"?><Error><Code>%s</Code><Message>of the test</Message></Error>"
              .formatted(code));
    }
  }

  AnsweringServer then(Answer answer) {
    return then(_ -> answer);
  }

  AnsweringServer then(Function<HttpExchange, Answer> answer) {
    answers.add(answer);
    return this;
  }

  /// Methods and paths, in the order in which they came.
  synchronized List<String> requests() {
    return List.copyOf(requests);
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      Answer answer = next(exchange).apply(exchange);
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      answer.headers().forEach(exchange.getResponseHeaders()::add);
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private synchronized Function<HttpExchange, Answer> next(HttpExchange exchange) {
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
    return answers.size() > 1 ? answers.remove() : answers.element();
  }
}
