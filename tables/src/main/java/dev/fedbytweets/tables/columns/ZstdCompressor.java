package dev.fedbytweets.tables.columns;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/// Compresses whole pages with zstd. Holds no memory between pages, neither on the heap nor in
/// zstd, because many files may be open at once.
///
/// @param level the compression level of zstd
record ZstdCompressor(int level) implements BytesInputCompressor {

  @Override
  public BytesInput compress(BytesInput bytes) throws IOException {
    byte[] page = bytes.toInputStream().readAllBytes();
    byte[] compressed = new byte[(int) Zstd.compressBound(page.length)];
    long size =
        Zstd.compressByteArray(compressed, 0, compressed.length, page, 0, page.length, level);
    if (Zstd.isError(size)) {
      throw new IOException("zstd: " + Zstd.getErrorName(size));
    }
    return BytesInput.from(compressed, 0, (int) size);
  }

  @Override
  public CompressionCodecName getCodecName() {
    return CompressionCodecName.ZSTD;
  }

  @Override
  public void release() {
    // There is nothing to release.
  }
}
