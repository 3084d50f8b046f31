package dev.fedbytweets.awsstandins;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.fedbytweets.awsstandins.Invocation.Failed;
import dev.fedbytweets.awsstandins.Invocation.Succeeded;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Lambda around one function: the Runtime API, and the function as a process of its own under
/// the real runtime client, as in the image.
public final class RuntimeApiDouble implements AutoCloseable {

  private static final String API = "/2018-06-01/runtime/";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<Invocation> results = new LinkedBlockingQueue<>();
  private final HttpServer server;
  private final FunctionProcess process;
  private int requests;

  private RuntimeApiDouble(List<String> command, Map<String, String> environment)
      throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(API, this::answer);
    server.setExecutor(threads);
    server.start();
    String address = "127.0.0.1:" + server.getAddress().getPort();
    process = FunctionProcess.start(command, address, environment);
  }

  /// Starts a function with this JVM and its class path, on which the runtime client is.
  ///
  /// @param handler the handler class's full name
  /// @param environment added to what Lambda itself sets; nothing of this JVM's own environment
  public static RuntimeApiDouble start(String handler, Map<String, String> environment)
      throws IOException {
    return start(FunctionProcess.command(handler), environment);
  }

  /// Starts a function.
  ///
  /// @param command starts the runtime client with a handler, as the image's entry point does
  /// @param environment added to what Lambda itself sets; nothing of this JVM's own environment
  public static RuntimeApiDouble start(List<String> command, Map<String, String> environment)
      throws IOException {
    return new RuntimeApiDouble(command, environment);
  }

  /// Gives the function an event and waits for what becomes of it. One event at a time.
  ///
  /// @param event JSON
  /// @param timeout the function's deadline, and how long the answer is waited for
  /// @throws IllegalStateException if there is no answer in time, or the process ended; shows what
  ///     the process wrote
  public Invocation invoke(String event, Duration timeout) throws InterruptedException {
    Instant deadline = Instant.now().plus(timeout);
    events.add(new Event("request-" + ++requests, event, deadline));
    while (Instant.now().isBefore(deadline) && process.isAlive()) {
      Invocation result = results.poll(100, TimeUnit.MILLISECONDS);
      if (result != null) {
        return result;
      }
    }
    Invocation last = results.poll();
    if (last == null) {
      throw new IllegalStateException("no answer from the function, which wrote:\n" + output());
    }
    return last;
  }

  /// Ends the process as Lambda does, so that what it does at its end is done.
  ///
  /// @throws IllegalStateException if it did not end in this time; shows what the process wrote
  public void end(Duration patience) throws InterruptedException {
    if (!process.end(patience)) {
      throw new IllegalStateException("the function does not end; it wrote:\n" + output());
    }
  }

  /// The process's identifier.
  public long processId() {
    return process.id();
  }

  /// What the process wrote so far, standard output and standard error.
  public String output() {
    return process.output();
  }

  /// Kills the process.
  @Override
  public void close() {
    process.close();
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath().substring(API.length());
      if (path.equals("invocation/next")) {
        sendNextEvent(exchange);
        return;
      }
      byte[] body = exchange.getRequestBody().readAllBytes();
      results.add(path.endsWith("/response") ? succeeded(body) : failed(body));
      exchange.sendResponseHeaders(202, -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void sendNextEvent(HttpExchange exchange) throws IOException, InterruptedException {
    Event event = events.take();
    byte[] body = event.json().getBytes(StandardCharsets.UTF_8);
    Headers headers = exchange.getResponseHeaders();
    headers.add("Content-Type", "application/json");
    headers.add("Lambda-Runtime-Aws-Request-Id", event.requestId());
    headers.add("Lambda-Runtime-Deadline-Ms", Long.toString(event.deadline().toEpochMilli()));
    headers.add("Lambda-Runtime-Invoked-Function-Arn", FunctionProcess.ARN);
    headers.add("Lambda-Runtime-Trace-Id", "Root=1-5759e988-bd862e3f;Parent=53995c3f;Sampled=0");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  private static Invocation succeeded(byte[] body) {
    return new Succeeded(new String(body, StandardCharsets.UTF_8));
  }

  private static Invocation failed(byte[] body) throws IOException {
    JsonNode error = JSON.readTree(body);
    return new Failed(error.path("errorType").asText(), error.path("errorMessage").asText());
  }

  private record Event(String requestId, String json, Instant deadline) {}
}
