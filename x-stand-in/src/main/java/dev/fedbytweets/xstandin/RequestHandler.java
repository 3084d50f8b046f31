package dev.fedbytweets.xstandin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.fedbytweets.xstandin.endpoint.Answer;
import dev.fedbytweets.xstandin.endpoint.Parameters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes a request from the wire, has it answered and sends the answer, compressed if the client
/// understands that.
final class RequestHandler implements HttpHandler {

  private static final Logger LOG = LoggerFactory.getLogger(RequestHandler.class);

  private final XStandIn standIn;

  RequestHandler(XStandIn standIn) {
    this.standIn = standIn;
  }

  /// @throws IOException if the client is gone, and in order to hang up: the server then closes the
  ///     connection
  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try {
      Map<String, String> headers = headers(exchange);
      Answer answer =
          standIn.answer(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getPath(),
              Parameters.of(exchange.getRequestURI().getRawQuery()),
              headers,
              exchange.getRemoteAddress().getPort());
      Thread.sleep(answer.delay());
      boolean compressed = headers.getOrDefault("accept-encoding", "").contains("gzip");
      send(exchange, compressed ? compressed(answer) : answer);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      exchange.close();
    } catch (RuntimeException e) {
      LOG.atError()
          .setCause(e)
          .addKeyValue("path", exchange.getRequestURI().getPath())
          .log("request failed");
      throw e;
    }
  }

  private static Map<String, String> headers(HttpExchange exchange) {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    return headers;
  }

  private static Answer compressed(Answer answer) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(answer.body());
    }
    return answer.withBody(bytes.toByteArray()).with("content-encoding", "gzip");
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    switch (answer.delivery()) {
      case WHOLE, SPOILED -> {
        send(exchange, answer, answer.body().length);
        exchange.close();
      }
      case CUT_SHORT -> {
        send(exchange, answer, answer.body().length / 2);
        exchange.close();
      }
      case HUNG_UP -> {
        send(exchange, answer, answer.body().length);
        throw new IOException("hung up on demand");
      }
      case NOTHING -> exchange.close();
    }
  }

  private static void send(HttpExchange exchange, Answer answer, int bytes) throws IOException {
    byte[] body = answer.body();
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    OutputStream stream = exchange.getResponseBody();
    stream.write(body, 0, bytes);
    stream.flush();
  }
}
