package dev.fedbytweets.gettweets.x;

import java.io.IOException;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/// Renames parameters and fields of outgoing requests, since X's SDK knows [Vocabulary#TWEET] only.
/// The user's query stays as it is.
final class VocabularyInterceptor implements Interceptor {

  private static final Set<String> LISTS = Set.of("tweet.fields", "user.fields", "expansions");

  private final Vocabulary vocabulary;

  VocabularyInterceptor(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    return chain.proceed(request.newBuilder().url(renamed(request.url())).build());
  }

  private HttpUrl renamed(HttpUrl url) {
    HttpUrl.Builder builder = url.newBuilder();
    for (String name : url.queryParameterNames()) {
      if (LISTS.contains(name)) {
        builder.removeAllQueryParameters(name);
        // Encoded, or the commas would be escaped.
        builder.addEncodedQueryParameter(
            vocabulary.parameter(name), vocabulary.list(url.queryParameter(name)));
      }
    }
    return builder.build();
  }
}
