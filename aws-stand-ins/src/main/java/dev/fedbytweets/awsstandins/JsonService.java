package dev.fedbytweets.awsstandins;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A service of AWS that speaks JSON: the header `X-Amz-Target` names the operation, errors
/// are named by `__type`. One call at a time.
abstract class JsonService implements AutoCloseable {

  static final JsonMapper JSON = JsonMapper.builder().build();

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> calls = new ArrayList<>();
  private final Map<String, Fault> faults = new HashMap<>();
  private final HttpServer server;

  JsonService() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /// Does an operation.
  ///
  /// @throws AwsError if the service refuses
  abstract ObjectNode call(String operation, ObjectNode request);

  /// Where it listens, `http://127.0.0.1:port`.
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// The operations that were called, in order, failed ones too.
  public synchronized List<String> calls() {
    return List.copyOf(calls);
  }

  /// Makes the next calls of an operation answer HTTP 500. The SDK itself tries three times.
  ///
  /// @param operation as the service's API calls it, `UpdateTable`
  /// @param times how many calls, each try counts
  public synchronized void failNext(String operation, int times, FaultMoment moment) {
    faults.put(operation, new Fault(times, moment));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
      String operation = target.substring(target.indexOf('.') + 1);
      ObjectNode request = (ObjectNode) JSON.readTree(exchange.getRequestBody());
      try {
        respond(exchange, 200, callOrFail(operation, request));
      } catch (AwsError e) {
        respond(exchange, e.status(), e.body());
      }
    }
  }

  private synchronized ObjectNode callOrFail(String operation, ObjectNode request) {
    calls.add(operation);
    Fault fault = faults.getOrDefault(operation, Fault.NONE);
    faults.put(operation, fault.next());
    if (fault.strikes(FaultMoment.BEFORE_EFFECT)) {
      throw AwsError.internal();
    }
    ObjectNode response = call(operation, request);
    if (fault.strikes(FaultMoment.AFTER_EFFECT)) {
      throw AwsError.internal();
    }
    return response;
  }

  private static void respond(HttpExchange exchange, int status, ObjectNode body)
      throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(body);
    exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private record Fault(int times, FaultMoment moment) {

    static final Fault NONE = new Fault(0, FaultMoment.BEFORE_EFFECT);

    boolean strikes(FaultMoment now) {
      return times > 0 && moment == now;
    }

    Fault next() {
      return times > 0 ? new Fault(times - 1, moment) : NONE;
    }
  }
}
