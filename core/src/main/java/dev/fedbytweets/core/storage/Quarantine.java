package dev.fedbytweets.core.storage;

import dev.fedbytweets.core.metrics.Metric;
import dev.fedbytweets.core.metrics.Metrics;
import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.model.Layer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/// Rows that cannot be used, kept with the reason. The rows of one page that a table refuses are
/// one object, `quarantine/<layer>.<table>/<the page's key below raw, its ending .jsonl.gz>`,
/// one JSON line for each row, written before the table changes. Name and content follow from
/// the page alone, so writing it again changes nothing.
public final class Quarantine {

  private final ObjectStore store;
  private final Metrics metrics;

  /// @param metrics counts the rows that were not there yet
  public Quarantine(ObjectStore store, Metrics metrics) {
    this.store = store;
    this.metrics = metrics;
  }

  /// Keeps rows of one page; does nothing if there are none.
  ///
  /// @param fileName the page's key below `raw/`
  /// @param lines each a JSON object without line breaks
  public void add(Layer layer, Entity table, String fileName, List<String> lines) {
    if (!lines.isEmpty()
        && store
            .writeIfAbsent(
                LakeLayout.quarantined(layer, table, fileName), compressed(lines), Map.of())
            .isPresent()) {
      metrics.put(Metric.ROWS_QUARANTINED, lines.size());
    }
  }

  private static byte[] compressed(List<String> lines) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      for (String line : lines) {
        gzip.write(line.getBytes(StandardCharsets.UTF_8));
        gzip.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }
}
