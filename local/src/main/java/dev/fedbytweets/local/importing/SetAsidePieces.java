package dev.fedbytweets.local.importing;

import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.ObjectStore;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// Keeps the broken pieces of one file, so that nothing is dropped in silence: at
/// `quarantine/import/<SHA-256 of the bytes>.json.gz`, with the place and the reason as
/// metadata. Short pieces of one line each that follow each other with the same defect are kept
/// together, each on a line, at `<SHA-256>.jsonl.gz`: a file may have a million of them. Names
/// follow from the file alone, so setting aside again changes nothing.
final class SetAsidePieces {

  private static final String ROOT = "quarantine/import/";
  private static final int MOST_PIECES = 1000;
  private static final int MOST_BYTES = 4 << 20;
  private static final int LONGEST_NAME = 1000;

  private final ObjectStore store;
  private final SubjectName subject;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private BrokenPiece first;
  private int pieces;

  SetAsidePieces(ObjectStore store, SubjectName subject) {
    this.store = store;
    this.subject = subject;
  }

  /// Takes a piece, which [#flush()] keeps at the latest.
  ///
  /// @param kept its bytes, or the first ones of a long piece
  void add(BrokenPiece piece, Slice kept) {
    if (kept.length() == 0) {
      return;
    }
    if (kept.contains('\n') || kept.length() > MOST_BYTES) {
      flush();
      write(piece, 1, kept);
      return;
    }
    if (first != null && first.defect() != piece.defect()) {
      flush();
    }
    gather(piece, kept);
    if (pieces == MOST_PIECES || bytes.size() > MOST_BYTES) {
      flush();
    }
  }

  /// Writes what was taken, at the end of each file.
  void flush() {
    if (first != null) {
      byte[] gathered = bytes.toByteArray();
      write(first, pieces, new Slice(gathered, 0, gathered.length));
      first = null;
      pieces = 0;
      bytes.reset();
    }
  }

  private void gather(BrokenPiece piece, Slice kept) {
    if (first == null) {
      first = piece;
    } else {
      bytes.write('\n');
    }
    bytes.write(kept.bytes(), kept.from(), kept.length());
    pieces++;
  }

  private void write(BrokenPiece piece, int count, Slice content) {
    String key = ROOT + content.sha256() + (count == 1 ? ".json.gz" : ".jsonl.gz");
    store.writeIfAbsent(key, content.compressed(), metadata(piece, count));
  }

  private Map<String, String> metadata(BrokenPiece piece, int count) {
    Map<String, String> metadata = new TreeMap<>();
    metadata.put("subject", subject.value());
    metadata.put("reason", piece.defect().reason());
    metadata.put("source", encodedName(piece));
    metadata.put("line", Long.toString(piece.place().line()));
    metadata.put("element", Integer.toString(piece.place().element()));
    metadata.put("offset", Long.toString(piece.place().offset()));
    metadata.put("length", Long.toString(piece.length()));
    metadata.put("pieces", Integer.toString(count));
    return metadata;
  }

  private static String encodedName(BrokenPiece piece) {
    String name = piece.place().file().getFileName().toString();
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8);
    return encoded.substring(0, Math.min(encoded.length(), LONGEST_NAME));
  }
}
