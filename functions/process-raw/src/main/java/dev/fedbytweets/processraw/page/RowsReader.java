package dev.fedbytweets.processraw.page;

import dev.fedbytweets.core.step.Counts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// Gathers the rows that a page holds for one table. Of several rows with the same identifier the
/// first is kept.
final class RowsReader<R, T extends RowReader<R>> {

  private final byte[] page;
  private final PageOrigin origin;
  private final Supplier<T> readers;

  private final List<T> kept = new ArrayList<>();
  private final List<QuarantinedRow> quarantined = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private int read;

  RowsReader(byte[] page, PageOrigin origin, Supplier<T> readers) {
    this.page = page;
    this.origin = origin;
    this.readers = readers;
  }

  /// @param in at a list of rows, at a single row, or at null for none
  void read(JsonCursor in) throws IOException {
    if (in.isList()) {
      for (boolean more = in.firstElement(); more; more = in.nextElement()) {
        readRow(in);
      }
    } else if (!in.isNull()) {
      readRow(in);
    }
  }

  /// The readers of the rows that are kept, in the page's order.
  List<T> kept() {
    return Collections.unmodifiableList(kept);
  }

  /// What was gathered.
  TableRows<R> rows() {
    int duplicates = read - kept.size() - quarantined.size();
    return new TableRows<>(
        kept.stream().map(row -> row.row(origin)).toList(),
        quarantined,
        new Counts(read, kept.size(), quarantined.size(), duplicates));
  }

  private void readRow(JsonCursor in) throws IOException {
    int start = in.start();
    if (in.isObject()) {
      T row = readers.get();
      row.read(in);
      keep(row, in, start);
    } else {
      in.skip();
      quarantine("it is not a JSON object", in, start);
    }
    read++;
  }

  private void keep(T row, JsonCursor in, int start) throws IOException {
    String id = row.id();
    if (id == null || id.isBlank()) {
      quarantine("it has no usable " + row.idField(), in, start);
    } else if (ids.add(id)) {
      kept.add(row);
    }
  }

  private void quarantine(String reason, JsonCursor in, int start) throws IOException {
    String json = new String(page, start, in.end() - start, StandardCharsets.UTF_8);
    quarantined.add(new QuarantinedRow(reason, read, json));
  }
}
