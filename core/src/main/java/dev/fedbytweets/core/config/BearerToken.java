package dev.fedbytweets.core.config;

import dev.fedbytweets.core.failure.MisconfiguredException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// A token that can be sent in an `Authorization` header. It is checked before it is used: an HTTP
/// client that meets a character it cannot send would print the token in its error message.
///
/// @param place where it is kept, for messages
/// @param value without whitespace around it. A secret: it appears in no message, no log line
///     and no stored object
public record BearerToken(String place, String value) {

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

  /// @param value whitespace around it is dropped; null if there is none
  /// @throws MisconfiguredException if this is no token; never names the text
  public BearerToken {
    value = value == null ? "" : value.strip();
    if (value.isEmpty()) {
      throw new MisconfiguredException(place + " holds no text: store the X bearer token in it");
    }
    if (!ALLOWED.matcher(value).matches()) {
      throw new MisconfiguredException(
          place
              + " holds characters that no bearer token has: store the X bearer token alone,"
              + " without JSON, quotes or 'Bearer'");
    }
    if (PLACEHOLDERS.contains(value.toLowerCase(Locale.ROOT).replaceAll("[_.-]", ""))) {
      throw new MisconfiguredException(
          place + " still holds a placeholder: store the X bearer token in it");
    }
  }

  /// Does not show the token.
  @Override
  public String toString() {
    return "BearerToken";
  }
}
