package dev.fedbytweets.gettweets.x;

import dev.fedbytweets.core.failure.MisconfiguredException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// A token that can stand in a header. Checked here, since an HTTP client that meets a character
/// it cannot send would print the token in its complaint.
record BearerToken(String value) {

  /// @throws MisconfiguredException if the token is empty or has anything but visible ASCII
  ///     characters
  BearerToken {
    Objects.requireNonNull(value, "value");
    if (value.isEmpty()
        || !value.chars().allMatch(character -> character > ' ' && character < 127)) {
      throw new MisconfiguredException(
          value.isEmpty()
              ? "the bearer token of X is empty"
              : "the bearer token of X has blanks, line breaks or other characters that no token"
                  + " has: store the token alone, without quotes around it or a line break at its"
                  + " end");
    }
  }

  /// The bytes of an error without the token, should they repeat it.
  byte[] removedFrom(byte[] body) {
    return new String(body, StandardCharsets.UTF_8)
        .replace(value, "[token]")
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "BearerToken";
  }
}
