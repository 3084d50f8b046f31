package dev.fedbytweets.core.storage;

import dev.fedbytweets.core.metrics.Metric;
import dev.fedbytweets.core.metrics.Metrics;
import dev.fedbytweets.core.model.Layer;
import dev.fedbytweets.core.model.TableName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
  public void add(Layer layer, TableName table, String fileName, List<String> lines) {
    if (!lines.isEmpty()
        && store
            .writeIfAbsent(
                LakeLayout.quarantined(layer, table, fileName), compressed(lines), Map.of())
            .isPresent()) {
      metrics.put(Metric.ROWS_QUARANTINED, lines.size());
    }
  }

  private static byte[] compressed(List<String> lines) {
    String text = lines.stream().map(line -> line + '\n').collect(Collectors.joining());
    return Gzip.compress(text.getBytes(StandardCharsets.UTF_8));
  }
}
