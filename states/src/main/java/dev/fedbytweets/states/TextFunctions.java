package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.UUID;

/// Intrinsic functions on strings.
final class TextFunctions {

  private static final Set<String> ALGORITHMS =
      Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");

  private TextFunctions() {}

  /// A template that stands in the definition may escape its braces; one that a path leads to is
  /// taken as it is.
  static JsonNode format(Arguments arguments) {
    List<String> pieces =
        arguments.expressions().getFirst() instanceof Expression.Quoted(QuotedText text)
            ? text.pieces()
            : Arrays.asList(arguments.text(0).split("\\{}", -1));
    if (pieces.size() != arguments.count()) {
      throw arguments.failure(
          "%d places to fill in, and %d values for them"
              .formatted(pieces.size() - 1, arguments.count() - 1));
    }
    StringBuilder formatted = new StringBuilder(pieces.getFirst());
    for (int i = 1; i < pieces.size(); i++) {
      formatted.append(natural(arguments, i)).append(pieces.get(i));
    }
    return Json.ofText(formatted.toString());
  }

  private static String natural(Arguments arguments, int position) {
    JsonNode value = arguments.any(position);
    if (value.isContainerNode()) {
      throw arguments.wrongKind(
          position, "a string, a number, a boolean or null (States.JsonToString makes a string)");
    }
    return value.isTextual() ? value.textValue() : Json.text(value);
  }

  /// Each character of the second argument separates; empty parts are left out.
  static JsonNode split(Arguments arguments) {
    ArrayNode parts = Json.newArray();
    StringTokenizer tokens = new StringTokenizer(arguments.text(0), arguments.text(1));
    while (tokens.hasMoreTokens()) {
      parts.add(tokens.nextToken());
    }
    return parts;
  }

  static JsonNode base64Encode(Arguments arguments) {
    byte[] bytes = arguments.shortText(0).getBytes(StandardCharsets.UTF_8);
    return Json.ofText(Base64.getEncoder().encodeToString(bytes));
  }

  static JsonNode base64Decode(Arguments arguments) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(arguments.shortText(0));
      return Json.ofText(new String(bytes, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw arguments.wrongKind(0, "Base64");
    }
  }

  static JsonNode hash(Arguments arguments) {
    byte[] bytes = arguments.shortText(0).getBytes(StandardCharsets.UTF_8);
    if (!ALGORITHMS.contains(arguments.text(1))) {
      throw arguments.wrongKind(1, "MD5, SHA-1, SHA-256, SHA-384 or SHA-512");
    }
    try {
      MessageDigest digest = MessageDigest.getInstance(arguments.text(1));
      return Json.ofText(HexFormat.of().formatHex(digest.digest(bytes)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("a JDK without " + arguments.text(1), e);
    }
  }

  static JsonNode uuid(Arguments arguments) {
    return Json.ofText(UUID.randomUUID().toString());
  }
}
