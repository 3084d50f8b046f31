package dev.fedbytweets.local.importing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/// What a file is, as its first bytes say.
enum FileKind {
  GZIP(begin(0x1F, 0x8B)),
  ZSTANDARD(begin(0x28, 0xB5, 0x2F, 0xFD).or(FileKind::isSkippableFrame)),
  BZIP2(head -> BZip2CompressorInputStream.matches(head, head.length)),
  ZIP(begin('P', 'K', 3, 4).or(begin('P', 'K', 5, 6)).or(begin('P', 'K', 7, 8))),
  TAR(head -> TarArchiveInputStream.matches(head, head.length)),
  XZ("an xz file", "decompress it first (xz -d)", begin(0xFD, '7', 'z', 'X', 'Z', 0)),
  SEVEN_ZIP("a 7z archive", "unpack it first", begin('7', 'z', 0xBC, 0xAF, 0x27, 0x1C)),
  RAR("a RAR archive", "unpack it first", begin('R', 'a', 'r', '!', 0x1A, 7)),
  LZ4("an LZ4 file", "decompress it first (lz4 -d)", begin(0x04, 0x22, 0x4D, 0x18)),
  PARQUET(
      "a Parquet file", "import the responses that it was made from", begin('P', 'A', 'R', '1')),
  SQLITE("a SQLite database", FileKind.FROM_RESPONSES, begin("SQLite format 3\0")),
  DUCKDB("a DuckDB database", FileKind.FROM_RESPONSES, at(8, "DUCK")),
  ARROW("an Arrow or Feather file", FileKind.FROM_RESPONSES, begin("ARROW1").or(begin("FEA1"))),
  ORC("an ORC file", FileKind.FROM_RESPONSES, begin("ORC")),
  AVRO("an Avro file", FileKind.FROM_RESPONSES, begin('O', 'b', 'j', 1)),
  HDF5("an HDF5 file", FileKind.FROM_RESPONSES, begin(0x89, 'H', 'D', 'F')),
  R_DATA(
      "data of R (.rds or .RData)",
      "import the JSON files that R read, or write it with jsonlite::stream_out",
      begin("RDX2\n").or(begin("RDX3\n")).or(begin('X', '\n', 0, 0, 0))),
  PICKLE("a pickle of Python", FileKind.AS_LINES, FileKind::isPickle),
  OLD_OFFICE(
      "an Excel or Office file", FileKind.AS_LINES, begin(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1)),
  PNG(FileKind.IMAGE, FileKind.NO_POSTS, begin(0x89, 'P', 'N', 'G')),
  JPEG(FileKind.IMAGE, FileKind.NO_POSTS, begin(0xFF, 0xD8, 0xFF)),
  GIF(FileKind.IMAGE, FileKind.NO_POSTS, begin("GIF8")),
  RIFF("an image, sound or video", FileKind.NO_POSTS, begin("RIFF")),
  VIDEO("a video", FileKind.NO_POSTS, at(4, "ftyp")),
  PDF("a PDF", FileKind.NO_POSTS, begin("%PDF-")),
  TABLE("a table (CSV or TSV)", FileKind.AS_LINES, head -> TableHeader.isIn(text(head))),
  /// Nothing of the above: JSON, if it is to be of use.
  TEXT(head -> true);

  /// How many bytes are looked at.
  static final int HEAD_BYTES = 4096;

  private static final String IMAGE = "an image";
  private static final String NO_POSTS = "there are no posts in it";
  private static final String FROM_RESPONSES = "import the responses that it was made from";
  private static final String AS_LINES =
      "import the JSON that it was made from, or write each row as a JSON object with the fields"
          + " id, text, created_at and author_id, one on each line";

  private final Optional<RejectionReason> refusal;
  private final Predicate<byte[]> recogniser;

  FileKind(Predicate<byte[]> recogniser) {
    this.refusal = Optional.empty();
    this.recogniser = recogniser;
  }

  FileKind(String what, String advice, Predicate<byte[]> recogniser) {
    this.refusal = Optional.of(RejectionReason.refused("it is " + what + ": " + advice));
    this.recogniser = recogniser;
  }

  /// @param head the first bytes, [#HEAD_BYTES] of them or the whole file
  static FileKind of(byte[] head) {
    return Arrays.stream(values())
        .filter(kind -> kind.recogniser.test(head))
        .findFirst()
        .orElse(TEXT);
  }

  /// Why such a file is of no use; empty if it may be of use.
  Optional<RejectionReason> refusal() {
    return refusal;
  }

  private static Predicate<byte[]> begin(int... bytes) {
    return head -> {
      boolean same = head.length >= bytes.length;
      for (int i = 0; same && i < bytes.length; i++) {
        same = head[i] == (byte) bytes[i];
      }
      return same;
    };
  }

  private static Predicate<byte[]> begin(String ascii) {
    return at(0, ascii);
  }

  private static Predicate<byte[]> at(int offset, String ascii) {
    byte[] bytes = ascii.getBytes(StandardCharsets.US_ASCII);
    int end = offset + bytes.length;
    return head -> head.length >= end && Arrays.equals(head, offset, end, bytes, 0, bytes.length);
  }

  /// A frame that decompressors pass over; other programs than zstd write them first.
  private static boolean isSkippableFrame(byte[] head) {
    return head.length > 8
        && (head[0] & 0xF0) == 0x50
        && head[1] == 0x2A
        && head[2] == 0x4D
        && head[3] == 0x18;
  }

  private static boolean isPickle(byte[] head) {
    return head.length > 2 && head[0] == (byte) 0x80 && head[1] >= 2 && head[1] <= 5;
  }

  private static String text(byte[] head) {
    return new String(head, StandardCharsets.UTF_8);
  }
}
