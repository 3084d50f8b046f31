package dev.fedbytweets.local.importing;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/// Finds out what a file is, from its bytes and not from its name, decompresses and unpacks it as
/// often as it was compressed and packed, and hands on what is in it. Memory does not grow with
/// what comes out.
final class SourceReader {

  /// More often nobody packs, except to fill the disk of whoever unpacks it.
  private static final int DEEPEST = 5;

  private final ContentHandler handler;

  SourceReader(ContentHandler handler) {
    this.handler = handler;
  }

  /// Reads a file.
  ///
  /// @param file stands at its beginning
  /// @throws IOException if it cannot be read
  void read(Path name, SeekableByteChannel file) throws IOException {
    FileKind kind = FileKind.of(head(file));
    switch (kind) {
      case TEXT -> handler.content(name, new SourceContent(file));
      case GZIP -> read(name, new SourceContent(file), 1);
      case ZIP -> new ArchiveReader(this, handler).readZip(name, file, 1);
      default -> read(name, Channels.newInputStream(file), 0);
    }
  }

  /// Reads a stream.
  ///
  /// @throws IOException if it cannot be read
  void read(Path name, InputStream stream) throws IOException {
    read(name, stream, 0);
  }

  /// @param depth how often it was packed or compressed
  void read(Path name, InputStream stream, int depth) throws IOException {
    PeekedInput content = new PeekedInput(stream);
    FileKind kind = FileKind.of(content.head());
    if (kind.refusal().isPresent()) {
      handler.notRead(name, kind.refusal().get());
    } else if (kind == FileKind.TEXT) {
      handler.content(name, content);
    } else if (depth == DEEPEST) {
      handler.notRead(
          name,
          RejectionReason.refused("it is packed too often: unpack it, and import what is in it"));
    } else {
      unpack(name, kind, content, depth + 1);
    }
  }

  private void unpack(Path name, FileKind kind, InputStream packed, int depth) throws IOException {
    switch (kind) {
      case GZIP -> read(name, new SourceContent(new StreamChannel(packed)), depth);
      case ZSTANDARD -> read(name, zstandard(packed), depth);
      case BZIP2 -> read(name, bzip2(packed), depth);
      case TAR -> new ArchiveReader(this, handler).readTar(name, packed, depth);
      case ZIP -> new ArchiveReader(this, handler).readZip(name, packed, depth);
      default -> throw new IllegalStateException("not packed: " + kind);
    }
  }

  private static InputStream zstandard(InputStream packed) throws IOException {
    CountingInput counted = new CountingInput(packed);
    return new DecompressedInput(new ZstdInputStream(counted), () -> 0, counted::damage);
  }

  private static InputStream bzip2(InputStream packed) throws IOException {
    CountingInput counted = new CountingInput(packed);
    BZip2CompressorInputStream content = new BZip2CompressorInputStream(counted, true);
    return new DecompressedInput(content, content::getBytesRead, counted::damage);
  }

  private static byte[] head(SeekableByteChannel file) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(FileKind.HEAD_BYTES);
    int count = 0;
    while (count >= 0 && head.hasRemaining()) {
      count = file.read(head);
    }
    file.position(0);
    return Arrays.copyOf(head.array(), head.position());
  }
}
