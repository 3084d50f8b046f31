package dev.fedbytweets.local.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.StoredObject;
import dev.fedbytweets.local.importing.MendedParts;
import dev.fedbytweets.local.lake.Lake;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// Something in quarantine: rows of one page that a table refused, an answer of X that cannot be
/// read, or a part of a file that could not be imported.
///
/// @param from `bronze.tweets`, `import`, or `raw` for answers of X
/// @param rows how many rows or pieces
/// @param source the raw page, or the imported file and the place in it
/// @param reason why; of several rows, the first one's
/// @param at when it came to quarantine
/// @param file where it is, compressed
public record QuarantineEntry(
    String from, long rows, String source, String reason, Instant at, Path file) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String IMPORTS =
      LakeLayout.QUARANTINED_IMPORTS.substring(
          LakeLayout.QUARANTINE.length(), LakeLayout.QUARANTINED_IMPORTS.length() - 1);

  /// All entries, in the order of their keys, without parts of files that were mended since.
  public static List<QuarantineEntry> all(Lake lake) {
    ObjectStore store = lake.store();
    try (Stream<String> keys = store.list(LakeLayout.QUARANTINE, "")) {
      return keys.filter(key -> !MendedParts.isMended(store, key))
          .flatMap(key -> store.read(key).map(object -> of(lake, key, object)).stream())
          .toList();
    }
  }

  /// Writes what is quarantined, as it came.
  ///
  /// @throws IOException if the target cannot be written
  public void writeTo(OutputStream target) throws IOException {
    try (GZIPInputStream content =
        new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
      content.transferTo(target);
    }
  }

  private static QuarantineEntry of(Lake lake, String key, StoredObject object) {
    String below = key.substring(LakeLayout.QUARANTINE.length());
    String from = below.substring(0, below.indexOf('/'));
    Path file = lake.directory().root().resolve(key);
    if (from.equals(IMPORTS)) {
      Map<String, String> metadata = object.metadata();
      return new QuarantineEntry(
          from,
          Long.parseLong(metadata.getOrDefault("pieces", "1")),
          place(metadata),
          metadata.getOrDefault("reason", "not known"),
          time(file),
          file);
    }
    String page = below.substring(from.length() + 1);
    if (from.equals("raw")) {
      return new QuarantineEntry(
          from, 1, LakeLayout.RAW + page, "X's answer cannot be read", time(file), file);
    }
    return new QuarantineEntry(
        from,
        QuarantinedRows.count(lake.store(), key),
        LakeLayout.RAW + page.replaceFirst("\\.jsonl\\.gz$", ".json.gz"),
        firstReason(object),
        time(file),
        file);
  }

  private static String place(Map<String, String> metadata) {
    String name =
        URLDecoder.decode(metadata.getOrDefault("source", "not known"), StandardCharsets.UTF_8);
    return "%s, line %s (byte %s)"
        .formatted(name, metadata.getOrDefault("line", "?"), metadata.getOrDefault("offset", "?"));
  }

  private static String firstReason(StoredObject object) {
    try (GZIPInputStream lines = new GZIPInputStream(new ByteArrayInputStream(object.body()))) {
      String first =
          new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines().findFirst().orElse("{}");
      return JSON.readTree(first).path("reason").asText("not known");
    } catch (JsonProcessingException e) {
      return "not known";
    } catch (IOException e) {
      return "the entry cannot be read: " + e.getMessage();
    }
  }

  private static Instant time(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.SECONDS);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the time of " + file, e);
    }
  }
}
