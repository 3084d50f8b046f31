package dev.fedbytweets.xstandin;

import dev.fedbytweets.xstandin.compliance.StandInCompliance;
import dev.fedbytweets.xstandin.endpoint.Answer;
import dev.fedbytweets.xstandin.endpoint.Parameters;
import dev.fedbytweets.xstandin.endpoint.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// X on this machine: recent search, recent counts, usage and compliance jobs, with X's checks,
/// rate limits, vocabularies and, on demand, its failures. Usually it is an HTTP server on the
/// loopback address; a test that asks many thousand times can do without HTTP and call [#answer].
/// Safe for use by several threads; whoever starts it closes it.
public final class XStandIn implements AutoCloseable {

  private final StandInRules rules;
  private final SettableClock clock;
  private final FaultQueue faults = new FaultQueue();
  private final RequestLog log = new RequestLog();
  private final RequestRouter router;
  private final StandInCompliance compliance = new StandInCompliance();
  private LoopbackServer server;

  /// A stand-in that answers without HTTP only, until [#listen] is called.
  public XStandIn(StandInRules rules) {
    this.rules = rules;
    this.clock = new SettableClock(rules.clock());
    this.router = new RequestRouter(rules, log, compliance, this::storage);
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
    XStandIn standIn = new XStandIn(rules);
    standIn.listen(port);
    return standIn;
  }

  /// Starts to answer over HTTP.
  ///
  /// @param port 0 for a free one
  /// @throws UncheckedIOException if the port cannot be used
  public synchronized void listen(int port) {
    try {
      server = new LoopbackServer(port, new RequestHandler(this));
    } catch (IOException e) {
      throw new UncheckedIOException("the X stand-in cannot listen on port " + port, e);
    }
  }

  /// Answers a GET request that has the right token, without HTTP: the delay and the delivery of
  /// the answer are left to the caller.
  ///
  /// @param parameters decoded, by name
  public Answer answer(String path, Map<String, String> parameters) {
    Map<String, String> headers = Map.of("authorization", rules.authorization());
    return answer("GET", path, Parameters.of(parameters), headers, new byte[0], 0);
  }

  /// Who asks with HEAD only looks at the `Date`: that is neither logged nor gets a fault.
  Answer answer(
      String method,
      String path,
      Parameters parameters,
      Map<String, String> headers,
      byte[] body,
      int connection) {
    if (method.equals("HEAD")) {
      return Problems.methodNotAllowed();
    }
    ReceivedRequest request =
        new ReceivedRequest(
            log.nextNumber(), clock.instant(), method, path, parameters, headers, connection);
    Optional<Fault> fault = faults.take(request.number());
    Answer right = router.answer(request, body);
    Answer answer = fault.map(trouble -> trouble.applyTo(right, request)).orElse(right);
    log.add(LoggedRequest.of(request, answer, fault));
    return answer;
  }

  /// What to use in place of X's own address; without a slash at the end.
  ///
  /// @throws IllegalStateException if it does not listen
  public synchronized URI uri() {
    if (server == null) {
      throw new IllegalStateException("the X stand-in does not listen");
    }
    return URI.create("http://127.0.0.1:%d".formatted(server.port()));
  }

  /// What has happened at X to posts and users, and what goes wrong with compliance jobs.
  public StandInCompliance compliance() {
    return compliance;
  }

  /// Where lists and results of compliance jobs lie: at another address than X, though it is the
  /// same server, so that a client does not send its token there.
  private synchronized String storage() {
    return server == null ? "http://localhost" : "http://localhost:" + server.port();
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
    clock.advance(span);
  }

  /// The next request gets this fault; faults that were added before come first.
  public void failNext(Fault fault) {
    faults.add(fault, 1);
  }

  /// The next requests get these answers, each with its own headers only; faults that were added
  /// before come first.
  public void answerNext(Answer... answers) {
    for (Answer answer : answers) {
      failNext(Fault.answer(answer));
    }
  }

  /// The next requests get this fault; faults that were added before come first.
  ///
  /// @param times 1 or more
  public void failNext(Fault fault, int times) {
    faults.add(fault, times);
  }

  /// One certain request gets this fault.
  ///
  /// @param number of the request, counted from 1 since the start
  public void failRequest(int number, Fault fault) {
    faults.put(number, fault);
  }

  /// What was asked and what was answered.
  public RequestLog log() {
    return log;
  }

  /// Stops at once, also what is being answered.
  @Override
  public synchronized void close() {
    if (server != null) {
      server.close();
    }
  }
}
