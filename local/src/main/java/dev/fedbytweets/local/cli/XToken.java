package dev.fedbytweets.local.cli;

import dev.fedbytweets.core.failure.MisconfiguredException;

/// The bearer token in `X_BEARER_TOKEN`.
final class XToken {

  private static final String VARIABLE = "X_BEARER_TOKEN";

  private XToken() {}

  /// @throws MisconfiguredException if it is not set
  static String ofEnvironment() {
    String token = System.getenv(VARIABLE);
    if (token == null || token.isBlank()) {
      throw new MisconfiguredException(
          "X_BEARER_TOKEN is not set: it must be the app-only bearer token of your X developer"
              + " account");
    }
    return token.strip();
  }
}
