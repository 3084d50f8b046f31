package dev.fedbytweets.local.status;

import dev.fedbytweets.core.storage.ObjectStore;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/// Counts what was quarantined: a line for each row, or one piece of a file that could not be
/// imported.
final class QuarantinedRows {

  private static final String LINES = ".jsonl.gz";

  private QuarantinedRows() {}

  static long count(ObjectStore store, String key) {
    if (!key.endsWith(LINES)) {
      return 1;
    }
    return store.read(key).map(object -> lines(key, object.body())).orElse(0L);
  }

  private static long lines(String key, byte[] body) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(new ByteArrayInputStream(body)), StandardCharsets.UTF_8))) {
      return reader.lines().count();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + key, e);
    }
  }
}
