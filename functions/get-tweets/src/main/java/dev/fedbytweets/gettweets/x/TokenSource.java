package dev.fedbytweets.gettweets.x;

import java.util.function.Supplier;

/// Where the app-only bearer token comes from. The token is a secret: it stands in no message, no
/// log line and no stored object.
public interface TokenSource {

  /// The token as it is known.
  ///
  /// @throws dev.fedbytweets.core.failure.MisconfiguredException if there is none
  String current();

  /// The token read anew, for when X refused the one that is known: it may have been rotated.
  ///
  /// @throws dev.fedbytweets.core.failure.MisconfiguredException if there is none
  String renewed();

  /// A token that does not change.
  static TokenSource fixed(String token) {
    return of(() -> token, () -> token);
  }

  /// A token that is known or read anew by these.
  static TokenSource of(Supplier<String> current, Supplier<String> renewed) {
    return new TokenSource() {
      @Override
      public String current() {
        return current.get();
      }

      @Override
      public String renewed() {
        return renewed.get();
      }
    };
  }
}
