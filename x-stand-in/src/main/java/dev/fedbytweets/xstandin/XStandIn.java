package dev.fedbytweets.xstandin;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A server on this machine that behaves as X does: recent search, recent counts and usage, with
/// X's checks, rate limits, vocabularies and, on demand, its failures. It listens on the loopback
/// address only. Safe for use by several threads; whoever starts it closes it.
public final class XStandIn implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";

  private final HttpServer server;
  private final ExecutorService executor;
  private final StandInClock clock;
  private final FaultQueue faults = new FaultQueue();
  private final RequestLog log = new RequestLog();

  private XStandIn(HttpServer server, StandInRules rules) {
    this.server = server;
    this.executor = Executors.newVirtualThreadPerTaskExecutor();
    this.clock = new StandInClock(rules.clock());
    FrontDesk desk = new FrontDesk(rules, log);
    server.createContext("/", new RequestHandler(desk, faults, log, clock));
    server.setExecutor(executor);
    server.start();
  }

  /// Starts one on a free port.
  public static XStandIn start(StandInRules rules) {
    return start(rules, 0);
  }

  /// Starts one on a port of one's choice.
  ///
  /// @param port 0 for a free one
  /// @throws UncheckedIOException if the port cannot be used
  public static XStandIn start(StandInRules rules, int port) {
    try {
      InetSocketAddress address = new InetSocketAddress(LOOPBACK, port);
      return new XStandIn(HttpServer.create(address, 0), rules);
    } catch (IOException e) {
      throw new UncheckedIOException("the X stand-in cannot listen on port " + port, e);
    }
  }

  /// What to use in place of X's own address; without a slash at the end.
  public URI uri() {
    InetSocketAddress address = server.getAddress();
    return URI.create(
        "http://%s:%d".formatted(address.getAddress().getHostAddress(), address.getPort()));
  }

  /// The time by which it lives.
  public InstantSource clock() {
    return clock;
  }

  /// From now on it is this time, until it is set or advanced again.
  public void setTime(Instant time) {
    clock.set(time);
  }

  /// From now on it is so much later.
  ///
  /// @param span not negative
  public void advance(Duration span) {
    if (span.isNegative()) {
      throw new IllegalArgumentException("time cannot be advanced by " + span);
    }
    clock.advance(span);
  }

  /// The next request fails so; if others were told to fail before, the first after them.
  public void failNext(Fault fault) {
    faults.add(fault, 1);
  }

  /// So many of the next requests fail so.
  ///
  /// @param times 1 or more
  public void failNext(Fault fault, int times) {
    faults.add(fault, times);
  }

  /// One certain request fails so.
  ///
  /// @param number of the request, counted from 1 since the start
  public void failRequest(int number, Fault fault) {
    faults.put(number, fault);
  }

  /// What it was asked and what it answered.
  public RequestLog log() {
    return log;
  }

  /// Stops at once, also what is being answered.
  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }
}
