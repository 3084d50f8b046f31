package dev.fedbytweets.contracts.forgotten;

import dev.fedbytweets.core.forgotten.Forgotten;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Writes the parts of a JSON text that stay, with the bytes that they and what is between them
/// had.
final class PartsWriter {

  private final byte[] bytes;
  private final Forgotten forgotten;
  private final ForgottenParts parts;

  PartsWriter(byte[] bytes, Forgotten forgotten, ForgottenParts parts) {
    this.bytes = bytes;
    this.forgotten = forgotten;
    this.parts = parts;
  }

  /// Whether a part stays, be it with less in it. An object goes with the last of its parts.
  ///
  /// @param holder the object or array that it is in; itself at the top
  boolean stays(JsonPart part, JsonPart holder) {
    if (part.isObject()) {
      boolean isEmptied =
          !part.parts().isEmpty() && part.parts().stream().noneMatch(inner -> stays(inner, part));
      return !isEmptied
          && !parts.isForgotten(part)
          && !parts.isScrubbed(part, holder)
          && !(holder.isObject() && parts.isForgottenName(part));
    }
    return !parts.isForgottenValue(part, holder)
        && !parts.isScrubbed(part, holder)
        && !(holder.isObject() && parts.isForgottenName(part));
  }

  /// Writes a part that stays.
  void write(JsonPart part, ByteArrayOutputStream out) {
    if (part.parts().isEmpty()) {
      if (part.isText()) {
        out.writeBytes(masked(bytes, part.from(), part.end(), forgotten));
      } else {
        out.write(bytes, part.from(), part.end() - part.from());
      }
      return;
    }
    out.write(bytes, part.from(), part.parts().getFirst().from() - part.from());
    boolean isFirst = true;
    int before = 0;
    for (JsonPart inner : part.parts()) {
      if (stays(inner, part)) {
        if (!isFirst) {
          out.write(bytes, before, inner.from() - before);
        }
        write(inner, out);
        isFirst = false;
      }
      before = inner.end();
    }
    out.write(bytes, before, part.end() - before);
  }

  static byte[] masked(byte[] bytes, int from, int end, Forgotten forgotten) {
    String text = new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
    return forgotten.masked(text).getBytes(StandardCharsets.ISO_8859_1);
  }
}
