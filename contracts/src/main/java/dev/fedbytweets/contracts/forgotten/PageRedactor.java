package dev.fedbytweets.contracts.forgotten;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.fedbytweets.contracts.PageBytes;
import dev.fedbytweets.core.forgotten.Forgotten;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Takes what is forgotten out of JSON that X or a tool wrote. All other bytes stay as they are.
///
/// - Forgotten posts, users and media go, and with them posts of forgotten users posts that only
///   repeat a forgotten one and its other versions, wherever they are.
/// - Of posts that stay, fields and elements that only name what is forgotten go; a mention of a
///   forgotten user, which is part of the text of another, loses the identifier alone.
/// - In other texts, such as links to a post, the digits of the identifier become zeros.
///
/// Taking it out again changes nothing.
public final class PageRedactor {

  private final Forgotten forgotten;
  private final boolean isNew;

  private PageRedactor(Forgotten forgotten, boolean isNew) {
    this.forgotten = forgotten;
    this.isNew = isNew;
  }

  /// For what the lake holds: exactly what is forgotten goes.
  public static PageRedactor ofStored(Forgotten forgotten) {
    return new PageRedactor(forgotten, false);
  }

  /// For what comes into the lake: media go, too, that only the posts of it had which go, and
  /// references to these.
  public static PageRedactor ofNew(Forgotten forgotten) {
    return new PageRedactor(forgotten, true);
  }

  /// A page, or any other JSON values one after another.
  ///
  /// @param bytes UTF-8, not changed
  /// @return the same array if nothing of it is forgotten; without a value that is forgotten as a
  ///     whole
  public byte[] redacted(byte[] bytes) {
    if (forgotten.isEmpty()) {
      return bytes;
    }
    byte[] redacted;
    try {
      redacted = values(bytes);
    } catch (JsonProcessingException e) {
      redacted = mended(bytes);
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory failed", e);
    }
    return Arrays.equals(redacted, bytes) ? bytes : redacted;
  }

  /// Lines, each a JSON value. A line that cannot be read and names what is forgotten goes.
  ///
  /// @return the same array if nothing of it is forgotten
  public byte[] redactedLines(byte[] bytes) {
    if (forgotten.isEmpty()) {
      return bytes;
    }
    ByteArrayOutputStream lines = new ByteArrayOutputStream(bytes.length);
    int from = 0;
    while (from < bytes.length) {
      int end = from;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      byte[] line = Arrays.copyOfRange(bytes, from, end);
      byte[] redacted = redacted(line);
      if (redacted.length == line.length || !isBlank(redacted)) {
        lines.writeBytes(redacted);
        if (end < bytes.length) {
          lines.write('\n');
        }
      }
      from = end + 1;
    }
    byte[] redacted = lines.toByteArray();
    return Arrays.equals(redacted, bytes) ? bytes : redacted;
  }

  private byte[] values(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    int done = 0;
    try (JsonParser json = PageBytes.parser(bytes, 0)) {
      Optional<JsonPart> next = JsonPart.read(json);
      while (next.isPresent()) {
        JsonPart value = next.get();
        out.writeBytes(masked(bytes, done, value.from()));
        PartsWriter writer = new PartsWriter(bytes, forgotten, parts(value));
        if (writer.stays(value, value)) {
          writer.write(value, out);
        }
        done = value.end();
        next = JsonPart.read(json);
      }
    }
    out.writeBytes(masked(bytes, done, bytes.length));
    return out.toByteArray();
  }

  /// Bytes that are no JSON as they are.
  private byte[] mended(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (forgotten.count(text) == 0) {
      return bytes;
    }
    try {
      return values(PageBytes.mended(bytes));
    } catch (IOException _) {
      return new byte[0];
    }
  }

  private ForgottenParts parts(JsonPart value) {
    ForgottenParts parts = new ForgottenParts(forgotten, Set.of(), Set.of());
    if (!isNew) {
      return parts;
    }
    Set<String> posts = new HashSet<>();
    Set<String> media = new HashSet<>();
    Set<String> keptMedia = new HashSet<>();
    int known;
    do {
      known = posts.size();
      media.clear();
      keptMedia.clear();
      collect(value, parts, false, posts, media, keptMedia);
      media.removeAll(keptMedia);
      parts = new ForgottenParts(forgotten, Set.copyOf(posts), Set.copyOf(media));
    } while (posts.size() > known);
    return parts;
  }

  private static void collect(
      JsonPart part,
      ForgottenParts parts,
      boolean isGone,
      Set<String> posts,
      Set<String> media,
      Set<String> keptMedia) {
    boolean goes = isGone || parts.isForgotten(part);
    if (goes && part.isObject() && !ForgottenParts.isUser(part)) {
      String id = part.textOf("id_str", "id");
      if (!id.isEmpty() && part.field("media_key").isEmpty()) {
        posts.add(id);
      }
    }
    if (part.isText() && part.name().equals("media_keys")) {
      (goes ? media : keptMedia).add(Forgotten.mediumOf(part.text()));
    }
    part.parts().forEach(inner -> collect(inner, parts, goes, posts, media, keptMedia));
  }

  private byte[] masked(byte[] bytes, int from, int end) {
    return PartsWriter.masked(bytes, from, end, forgotten);
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte next : bytes) {
      if (next != ' ' && next != '\r' && next != '\t') {
        return false;
      }
    }
    return true;
  }
}
