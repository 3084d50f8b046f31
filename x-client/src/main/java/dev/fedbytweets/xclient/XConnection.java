package dev.fedbytweets.xclient;

import dev.fedbytweets.core.config.BearerToken;
import dev.fedbytweets.core.storage.RateLimit;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Objects;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// The connection to X. A request is sent once. Only if X refuses the bearer token and its source
/// has another one by now, it is sent again with that, within the same timeout.
///
/// Safe for use by several threads.
public final class XConnection {

  /// Where X is, unless `X_API_URL` says otherwise.
  public static final URI X = URI.create("https://api.x.com");

  /// How long one call may take, unless `X_CALL_TIMEOUT` says otherwise.
  public static final Duration CALL_TIMEOUT = Duration.ofSeconds(30);

  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

  /// A connection that was idle for longer is likely to be dead, as after a Lambda function was
  /// frozen, and a request on it would be lost.
  private static final Duration LONGEST_IDLE = Duration.ofSeconds(20);

  private final URI address;
  private final Duration callTimeout;
  private final TokenSource tokens;
  private final InstantSource clock;
  private final OkHttpClient client;
  private volatile Instant lastUse = Instant.MIN;

  /// @param address where X is
  /// @param callTimeout how long one call may take from start to end
  public XConnection(URI address, Duration callTimeout, TokenSource tokens, InstantSource clock) {
    this.address = Objects.requireNonNull(address, "address");
    this.callTimeout = Objects.requireNonNull(callTimeout, "callTimeout");
    this.tokens = Objects.requireNonNull(tokens, "tokens");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.client = client(callTimeout);
  }

  /// Builds the same call with any bearer token and timeout.
  @FunctionalInterface
  public interface Calls {
    Call build(BearerToken token, Duration timeout);
  }

  /// Where X is, without a `/` at the end.
  public String address() {
    return address.toString().replaceAll("/+$", "");
  }

  /// A request to an address that X gave. Only if X itself is there it carries the bearer token:
  /// other addresses are signed.
  public Request.Builder requestTo(URI url) {
    Request.Builder request = new Request.Builder().url(url.toString());
    boolean isAtX =
        address.getAuthority() != null
            && address.getAuthority().equalsIgnoreCase(url.getAuthority())
            && address.getScheme().equalsIgnoreCase(url.getScheme());
    return isAtX ? request.header("Authorization", "Bearer " + tokens.current().value()) : request;
  }

  /// What makes calls over this connection.
  public OkHttpClient client() {
    return client;
  }

  /// Asks with the bearer token.
  ///
  /// @return the response, also if it is an error
  /// @throws IOException if no whole response came
  public XResponse authorised(Calls calls) throws IOException {
    long begun = System.nanoTime();
    BearerToken token = tokens.current();
    XResponse response = send(calls, token, begun);
    if (response.status() == 401) {
      BearerToken renewed = tokens.renewed();
      return renewed.equals(token) ? response : send(calls, renewed, begun);
    }
    return response;
  }

  /// Asks without the bearer token, and leaves the body of the response unread.
  ///
  /// @throws IOException if no response came
  public XResponse plain(Request request) throws IOException {
    Instant requestedAt = clock.instant();
    leaveDeadConnections(requestedAt);
    try (Response response = client.newCall(request).execute()) {
      return new XResponse(
          response.code(),
          new byte[0],
          RateLimit.UNKNOWN,
          requestedAt,
          clock.instant(),
          date(response));
    }
  }

  /// @param begun since when the timeout of the call runs, [System#nanoTime()]
  private XResponse send(Calls calls, BearerToken token, long begun) throws IOException {
    Duration left = callTimeout.minusNanos(System.nanoTime() - begun);
    if (!left.isPositive()) {
      throw new InterruptedIOException("it took too long to read the bearer token");
    }
    Call call = calls.build(token, left);
    Instant requestedAt = clock.instant();
    leaveDeadConnections(requestedAt);
    try (Response response = call.execute()) {
      byte[] body = response.body().bytes();
      Instant retrievedAt = clock.instant();
      lastUse = retrievedAt;
      return new XResponse(
          response.code(),
          response.code() == 200 ? body : without(token, body),
          RateLimitReader.read(response),
          requestedAt,
          retrievedAt,
          date(response));
    }
  }

  /// The bytes of an error without the bearer token, should they repeat it.
  private static byte[] without(BearerToken token, byte[] body) {
    return new String(body, StandardCharsets.UTF_8)
        .replace(token.value(), "[token]")
        .getBytes(StandardCharsets.UTF_8);
  }

  private void leaveDeadConnections(Instant now) {
    if (lastUse.isBefore(now.minus(LONGEST_IDLE))) {
      client.connectionPool().evictAll();
    }
  }

  private static @Nullable Instant date(Response response) {
    Date date = response.headers().getDate("Date");
    return date == null ? null : date.toInstant();
  }

  private static OkHttpClient client(Duration callTimeout) {
    return new OkHttpClient.Builder()
        .callTimeout(callTimeout)
        .connectTimeout(callTimeout.compareTo(LONGEST_CONNECT) < 0 ? callTimeout : LONGEST_CONNECT)
        .readTimeout(callTimeout)
        .writeTimeout(callTimeout)
        .followRedirects(false)
        .followSslRedirects(false)
        .retryOnConnectionFailure(false)
        .build();
  }
}
