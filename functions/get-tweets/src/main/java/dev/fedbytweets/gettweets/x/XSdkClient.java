package dev.fedbytweets.gettweets.x;

import com.twitter.clientlib.ApiClient;
import com.twitter.clientlib.ApiException;
import com.twitter.clientlib.api.TweetsApi;
import dev.fedbytweets.core.config.BearerToken;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.storage.RateLimit;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// X through its own Java SDK, which builds and authorises the requests. The SDK's models never
/// see a response: they refuse every field that they do not know. A request is sent once. Only if
/// X refuses the bearer token and its source has another one by now, it is sent again with that,
/// within the same timeout.
///
/// Safe for use by several threads.
public final class XSdkClient implements XSearch, XCounts {

  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

  /// A connection that was idle for longer is likely to be dead, as after a Lambda function was
  /// frozen, and a request on it would be lost.
  private static final Duration LONGEST_IDLE = Duration.ofSeconds(20);

  private final XSettings settings;
  private final TokenSource tokens;
  private final InstantSource clock;
  private final OkHttpClient connection;
  private final Map<Vocabulary, OkHttpClient> clients;
  private volatile Instant lastUse = Instant.MIN;

  public XSdkClient(XSettings settings, TokenSource tokens, InstantSource clock) {
    this.settings = settings;
    this.tokens = tokens;
    this.clock = clock;
    this.connection = connection(settings.callTimeout());
    this.clients =
        Stream.of(Vocabulary.values())
            .collect(Collectors.toMap(vocabulary -> vocabulary, this::speaking));
  }

  @Override
  public XResponse search(SearchRequest request) throws IOException {
    return authorised(
        (token, left) ->
            api(token, request.vocabulary(), left)
                .tweetsRecentSearch(request.query())
                .maxResults(request.pageSize())
                .sinceId(text(request.sinceId()))
                .untilId(text(request.untilId()))
                .nextToken(request.token())
                .tweetFields(RequestedFields.POST)
                .userFields(RequestedFields.USER)
                .placeFields(RequestedFields.PLACE)
                .mediaFields(RequestedFields.media(request.media()))
                .expansions(RequestedFields.expansions(settings.referencedPosts(), request.media()))
                .buildCall(null));
  }

  @Override
  public XResponse count(String query, @Nullable Long sinceId) throws IOException {
    return authorised(
        (token, left) ->
            api(token, Vocabulary.TWEET, left)
                .tweetCountsRecentSearch(query)
                .sinceId(text(sinceId))
                .granularity("day")
                .buildCall(null));
  }

  @Override
  public Duration clockAhead() throws IOException {
    Request request = new Request.Builder().url(address() + "/2/openapi.json").head().build();
    Instant requestedAt = clock.instant();
    leaveDeadConnections(requestedAt);
    try (Response response = connection.newCall(request).execute()) {
      return new XResponse(
              response.code(),
              new byte[0],
              RateLimit.UNKNOWN,
              requestedAt,
              clock.instant(),
              date(response))
          .clockAhead();
    }
  }

  private XResponse authorised(Calls calls) throws IOException {
    long begun = System.nanoTime();
    BearerToken token = tokens.current();
    XResponse response = send(calls, token, begun);
    if (response.status() == 401) {
      BearerToken renewed = tokens.renewed();
      return renewed.equals(token) ? response : send(calls, renewed, begun);
    }
    return response;
  }

  /// @param begun since when the timeout of the call runs, [System#nanoTime()]
  private XResponse send(Calls calls, BearerToken token, long begun) throws IOException {
    Duration left = settings.callTimeout().minusNanos(System.nanoTime() - begun);
    if (!left.isPositive()) {
      throw new InterruptedIOException("it took too long to read the bearer token");
    }
    Call call = built(calls, token, left);
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

  private static Call built(Calls calls, BearerToken token, Duration left) {
    try {
      return calls.build(token, left);
    } catch (ApiException e) {
      throw new RejectedException("X's SDK cannot build the request: " + e.getMessage(), e);
    }
  }

  private void leaveDeadConnections(Instant now) {
    if (lastUse.isBefore(now.minus(LONGEST_IDLE))) {
      connection.connectionPool().evictAll();
    }
  }

  private TweetsApi api(BearerToken token, Vocabulary vocabulary, Duration timeout) {
    ApiClient client =
        new ApiClient(clients.get(vocabulary).newBuilder().callTimeout(timeout).build());
    client.setBasePath(address());
    client.setBearerToken(token.value());
    TweetsApi api = new TweetsApi();
    api.setClient(client);
    return api;
  }

  private String address() {
    return settings.address().toString().replaceAll("/+$", "");
  }

  private static @Nullable Instant date(Response response) {
    Date date = response.headers().getDate("Date");
    return date == null ? null : date.toInstant();
  }

  private OkHttpClient speaking(Vocabulary vocabulary) {
    return connection.newBuilder().addInterceptor(new VocabularyInterceptor(vocabulary)).build();
  }

  private static OkHttpClient connection(Duration callTimeout) {
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

  private static @Nullable String text(@Nullable Long id) {
    return id == null ? null : id.toString();
  }

  /// Builds the same call with any bearer token and timeout.
  @FunctionalInterface
  private interface Calls {
    Call build(BearerToken token, Duration timeout) throws ApiException;
  }
}
