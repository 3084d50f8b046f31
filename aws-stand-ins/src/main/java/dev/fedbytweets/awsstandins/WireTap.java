package dev.fedbytweets.awsstandins;

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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// Stands before a service and hears what is asked of it, as it goes over the wire: failed
/// requests and second attempts too.
public final class WireTap implements AutoCloseable {

  /// Headers that belong to one connection, or that the HTTP client sets itself.
  private static final Set<String> OWN_HEADERS =
      Set.of("host", "connection", "content-length", "transfer-encoding", "expect", "upgrade");

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI service;
  private final Consumer<Call> listener;
  private final HttpServer server;

  private WireTap(URI service, Consumer<Call> listener) throws IOException {
    this.service = service;
    this.listener = listener;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /// A request and what became of it.
  ///
  /// @param operation the operation of a service that speaks JSON, `GetTable`; empty for S3
  /// @param status of the answer
  public record Call(String method, URI uri, Optional<String> operation, byte[] body, int status) {}

  /// Starts one.
  ///
  /// @param service where the requests go on to
  /// @param listener gets each request before the caller has its answer; called by several threads
  ///     at once
  public static WireTap before(URI service, Consumer<Call> listener) throws IOException {
    return new WireTap(service, listener);
  }

  /// Where it listens.
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    client.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      HttpResponse<byte[]> response =
          client.send(forwarded(exchange, body), BodyHandlers.ofByteArray());
      listener.accept(call(exchange, body, response.statusCode()));
      send(exchange, response);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Call call(HttpExchange exchange, byte[] body, int status) {
    Optional<String> operation =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Target"))
            .map(target -> target.substring(target.indexOf('.') + 1));
    return new Call(exchange.getRequestMethod(), exchange.getRequestURI(), operation, body, status);
  }

  private HttpRequest forwarded(HttpExchange exchange, byte[] body) {
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
