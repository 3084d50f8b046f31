package dev.fedbytweets.bench.cost;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Stands before a service and counts what is asked of it, as it goes over the wire: failed
/// requests and second attempts too, as AWS does.
final class CountingProxy implements AutoCloseable {

  /// Headers that belong to one connection, or that the HTTP client sets itself.
  private static final Set<String> OWN_HEADERS =
      Set.of("host", "connection", "content-length", "transfer-encoding", "expect", "upgrade");

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI service;
  private final RequestKinds kinds;
  private final HttpServer server;
  private Requests requests = Requests.NONE;

  private CountingProxy(URI service, RequestKinds kinds) throws IOException {
    this.service = service;
    this.kinds = kinds;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /// What a request counts as.
  @FunctionalInterface
  interface RequestKinds {
    Requests of(String method, URI request);
  }

  /// Starts one.
  ///
  /// @param service where the requests go on to
  static CountingProxy before(URI service, RequestKinds kinds) throws IOException {
    return new CountingProxy(service, kinds);
  }

  /// Where it listens.
  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// What was asked so far.
  synchronized Requests requests() {
    return requests;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    client.close();
  }

  private synchronized void count(Requests more) {
    requests = requests.plus(more);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      count(kinds.of(exchange.getRequestMethod(), exchange.getRequestURI()));
      send(exchange, client.send(forwarded(exchange), BodyHandlers.ofByteArray()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpRequest forwarded(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(service + exchange.getRequestURI().toString()))
            .method(
                exchange.getRequestMethod(),
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    exchange.getRequestHeaders().forEach((name, values) -> addHeaders(request, name, values));
    return request.build();
  }

  private static void addHeaders(HttpRequest.Builder request, String name, List<String> values) {
    if (!isOwn(name)) {
      values.forEach(value -> request.header(name, value));
    }
  }

  private static void send(HttpExchange exchange, HttpResponse<byte[]> response)
      throws IOException {
    boolean isHead = exchange.getRequestMethod().equals("HEAD");
    response
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!isOwn(name) || isHead && name.equalsIgnoreCase("content-length")) {
                exchange.getResponseHeaders().put(name, values);
              }
            });
    boolean isEmpty = isHead || response.body().length == 0;
    exchange.sendResponseHeaders(response.statusCode(), isEmpty ? -1 : response.body().length);
    if (!isEmpty) {
      exchange.getResponseBody().write(response.body());
    }
  }

  private static boolean isOwn(String header) {
    return OWN_HEADERS.stream().anyMatch(header::equalsIgnoreCase);
  }
}
