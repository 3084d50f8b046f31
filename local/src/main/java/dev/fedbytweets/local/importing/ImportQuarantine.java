package dev.fedbytweets.local.importing;

import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.core.storage.ObjectStore;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Keeps the rejected records of one file, so that nothing is dropped in silence: at
/// `quarantine/import/<SHA-256 of the bytes>.json.gz`, with the position and the reason as
/// metadata. Short records of one line each that follow each other with the same reason are kept
/// together, each on a line, at `<SHA-256>.jsonl.gz`, because a file may have a million of them.
/// Names follow from the file alone, so quarantining it again changes nothing. What does not come
/// again when its file is imported again counts as mended: see [MendedParts].
final class ImportQuarantine {

  private static final int MOST_RECORDS = 1000;
  private static final int MOST_BYTES = 4 << 20;
  private static final int LONGEST_NAME = 1000;

  private final ObjectStore store;
  private final Optional<SubjectName> subject;
  private final MendedParts mended;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private RejectedRecord first;
  private int records;

  /// @param subject for which files are imported; empty if only pages of other lakes are
  ImportQuarantine(ObjectStore store, Optional<SubjectName> subject) {
    this.store = store;
    this.subject = subject;
    this.mended = new MendedParts(store, subject);
  }

  /// Takes a record, and writes it at the next [#finish] at the latest.
  ///
  /// @param kept its bytes, or the first ones of a long record; if empty, nothing is written
  void add(RejectedRecord rejected, ByteSlice kept) {
    if (kept.length() == 0) {
      return;
    }
    if (kept.contains('\n') || kept.length() > MOST_BYTES) {
      flush();
      write(rejected, 1, kept);
      return;
    }
    if (first != null && !first.reason().equals(rejected.reason())) {
      flush();
    }
    gather(rejected, kept);
    if (records == MOST_RECORDS || bytes.size() > MOST_BYTES) {
      flush();
    }
  }

  /// Ends a file that was read to its end.
  void finish(Path file) {
    flush();
    mended.finish(file);
  }

  /// Ends a file of which a part could not be read: what was quarantined of it before may come
  /// again.
  void flush() {
    if (first != null) {
      byte[] gathered = bytes.toByteArray();
      write(first, records, new ByteSlice(gathered, 0, gathered.length));
      first = null;
      records = 0;
      bytes.reset();
    }
  }

  private void gather(RejectedRecord rejected, ByteSlice kept) {
    if (first == null) {
      first = rejected;
    } else {
      bytes.write('\n');
    }
    bytes.write(kept.bytes(), kept.from(), kept.length());
    records++;
  }

  private void write(RejectedRecord rejected, int count, ByteSlice content) {
    String key =
        LakeLayout.QUARANTINED_IMPORTS + content.sha256() + (count == 1 ? ".json.gz" : ".jsonl.gz");
    store.writeIfAbsent(key, content.compressed(), metadata(rejected, count));
    mended.cameAgain(key);
  }

  private Map<String, String> metadata(RejectedRecord rejected, int count) {
    Map<String, String> metadata = new TreeMap<>();
    subject.ifPresent(name -> metadata.put("subject", name.value()));
    metadata.put("reason", rejected.reason().description());
    metadata.put("source", encodedName(rejected));
    metadata.put("line", Long.toString(rejected.position().line()));
    metadata.put("element", Integer.toString(rejected.position().element()));
    metadata.put("offset", Long.toString(rejected.position().offset()));
    metadata.put("length", Long.toString(rejected.length()));
    metadata.put("pieces", Integer.toString(count));
    MendedParts.identity(rejected.position().file())
        .ifPresent(file -> metadata.put(MendedParts.FILE, file));
    return metadata;
  }

  private static String encodedName(RejectedRecord rejected) {
    String name = rejected.position().file().getFileName().toString();
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8);
    return encoded.substring(0, Math.min(encoded.length(), LONGEST_NAME));
  }
}
