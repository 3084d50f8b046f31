package dev.fedbytweets.xclient;

import dev.fedbytweets.core.config.BearerToken;
import java.util.function.Supplier;

/// Where the app-only bearer token comes from.
public interface TokenSource {

  /// The bearer token as it is known.
  ///
  /// @throws dev.fedbytweets.core.failure.MisconfiguredException if there is none
  BearerToken current();

  /// The bearer token read anew, for when X refused the one that is known: it may have been
  /// rotated.
  ///
  /// @throws dev.fedbytweets.core.failure.MisconfiguredException if there is none
  BearerToken renewed();

  /// A bearer token that does not change.
  ///
  /// @param token as it stands in `X_BEARER_TOKEN`; looked at when it is needed
  static TokenSource fixed(String token) {
    Supplier<BearerToken> given = () -> new BearerToken("X_BEARER_TOKEN", token);
    return of(given, given);
  }

  /// A bearer token that is known or read anew by these.
  static TokenSource of(Supplier<BearerToken> current, Supplier<BearerToken> renewed) {
    return new TokenSource() {
      @Override
      public BearerToken current() {
        return current.get();
      }

      @Override
      public BearerToken renewed() {
        return renewed.get();
      }
    };
  }
}
