package dev.fedbytweets.gettweets.x;

import com.twitter.clientlib.ApiClient;
import com.twitter.clientlib.ApiException;
import com.twitter.clientlib.api.TweetsApi;
import dev.fedbytweets.core.config.BearerToken;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.xclient.TokenSource;
import dev.fedbytweets.xclient.XConnection;
import dev.fedbytweets.xclient.XResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/// X through its own Java SDK, which builds and authorises the requests. The SDK's models never
/// see a response: they refuse every field that they do not know.
///
/// Safe for use by several threads.
public final class XSdkClient implements XSearch, XCounts {

  private final XSettings settings;
  private final XConnection connection;
  private final Map<Vocabulary, OkHttpClient> clients;

  public XSdkClient(XSettings settings, TokenSource tokens, InstantSource clock) {
    this.settings = settings;
    this.connection = new XConnection(settings.address(), settings.callTimeout(), tokens, clock);
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
    Request request =
        new Request.Builder().url(connection.address() + "/2/openapi.json").head().build();
    return connection.plain(request).clockAhead();
  }

  private XResponse authorised(SdkCalls calls) throws IOException {
    return connection.authorised((token, left) -> built(calls, token, left));
  }

  private static Call built(SdkCalls calls, BearerToken token, Duration left) {
    try {
      return calls.build(token, left);
    } catch (ApiException e) {
      throw new RejectedException("X's SDK cannot build the request: " + e.getMessage(), e);
    }
  }

  private TweetsApi api(BearerToken token, Vocabulary vocabulary, Duration timeout) {
    ApiClient client =
        new ApiClient(clients.get(vocabulary).newBuilder().callTimeout(timeout).build());
    client.setBasePath(connection.address());
    client.setBearerToken(token.value());
    TweetsApi api = new TweetsApi();
    api.setClient(client);
    return api;
  }

  private OkHttpClient speaking(Vocabulary vocabulary) {
    return connection
        .client()
        .newBuilder()
        .addInterceptor(new VocabularyInterceptor(vocabulary))
        .build();
  }

  private static @Nullable String text(@Nullable Long id) {
    return id == null ? null : id.toString();
  }

  /// Builds the same call with any bearer token and timeout.
  @FunctionalInterface
  private interface SdkCalls {
    Call build(BearerToken token, Duration timeout) throws ApiException;
  }
}
