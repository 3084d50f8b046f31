package dev.fedbytweets.xstandin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes a request from the wire, has it answered, writes it down and sends the answer.
final class RequestHandler implements HttpHandler {

  private static final Logger LOG = LoggerFactory.getLogger(RequestHandler.class);

  private final FrontDesk desk;
  private final FaultQueue faults;
  private final RequestLog log;
  private final InstantSource clock;

  RequestHandler(FrontDesk desk, FaultQueue faults, RequestLog log, InstantSource clock) {
    this.desk = desk;
    this.faults = faults;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try {
      Incoming request = Incoming.of(exchange, log.nextNumber(), clock.instant());
      Optional<Fault> fault = faults.take(request.number());
      Reply reply = desk.reply(request, fault);
      log.add(logged(request, reply, fault));
      Thread.sleep(reply.delay());
      send(exchange, reply);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.atError()
          .setCause(e)
          .addKeyValue("path", exchange.getRequestURI().getPath())
          .log("request failed");
      throw e;
    } finally {
      exchange.close();
    }
  }

  private static LoggedRequest logged(Incoming request, Reply reply, Optional<Fault> fault) {
    return new LoggedRequest(
        request.number(),
        request.at(),
        request.path(),
        request.parameters().asMap(),
        reply.answer().status(),
        reply.answer().served(),
        reply.delivery(),
        fault);
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    byte[] body = reply.answer().body();
    switch (reply.delivery()) {
      case WHOLE, SPOILED -> send(exchange, reply, body.length);
      case CUT_SHORT -> send(exchange, reply, body.length / 2);
      case NOTHING -> {
        // Closing the exchange closes the connection.
      }
    }
  }

  private static void send(HttpExchange exchange, Reply reply, int bytes) throws IOException {
    byte[] body = reply.answer().body();
    exchange.getResponseHeaders().set("content-type", reply.answer().contentType());
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(reply.answer().status(), body.length == 0 ? -1 : body.length);
    OutputStream stream = exchange.getResponseBody();
    stream.write(body, 0, bytes);
    stream.flush();
  }
}
