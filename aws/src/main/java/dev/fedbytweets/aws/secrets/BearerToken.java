package dev.fedbytweets.aws.secrets;

import dev.fedbytweets.core.failure.MisconfiguredException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// A token that can be sent in an `Authorization` header.
record BearerToken(String value) {

  /// RFC 6750, section 2.1, and `%`, since X shows its tokens percent-encoded.
  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._~+/%-]+=*");

  private static final Set<String> PLACEHOLDERS =
      Set.of(
          "bearertoken",
          "changeme",
          "none",
          "null",
          "placeholder",
          "replaceme",
          "token",
          "xxx",
          "yourtoken");

  /// The token in a secret's text; whitespace around it is dropped.
  ///
  /// @param secret for messages
  /// @param text null if the secret is binary
  /// @throws MisconfiguredException if there is no token in it; never names the text
  static BearerToken parse(String secret, String text) {
    String value = text == null ? "" : text.strip();
    if (value.isEmpty()) {
      throw new MisconfiguredException(secret + " holds no text: store the X bearer token in it");
    }
    if (!ALLOWED.matcher(value).matches()) {
      throw new MisconfiguredException(
          secret
              + " holds characters that no bearer token has: store the X bearer token alone,"
              + " without JSON, quotes or 'Bearer'");
    }
    if (PLACEHOLDERS.contains(value.toLowerCase(Locale.ROOT).replaceAll("[_.-]", ""))) {
      throw new MisconfiguredException(
          secret + " still holds a placeholder: store the X bearer token in it");
    }
    return new BearerToken(value);
  }

  /// Does not show the token.
  @Override
  public String toString() {
    return "BearerToken";
  }
}
