package dev.fedbytweets.tables.columns;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/// Compresses pages as a whole, one after another, in memory that is used again. Not safe for use
/// by several threads.
final class ZstdCompressor implements BytesInputCompressor {

  private final ZstdCompressCtx context = new ZstdCompressCtx();
  private final Page page = new Page();
  private byte[] compressed = new byte[1 << 10];

  ZstdCompressor(int level) {
    context.setLevel(level);
  }

  /// @return a view, until the next page
  @Override
  public BytesInput compress(BytesInput bytes) throws IOException {
    page.reset();
    bytes.writeAllTo(page);
    int bound = (int) Zstd.compressBound(page.size());
    if (compressed.length < bound) {
      compressed = new byte[bound];
    }
    int size =
        context.compressByteArray(compressed, 0, compressed.length, page.bytes(), 0, page.size());
    return BytesInput.from(compressed, 0, size);
  }

  @Override
  public CompressionCodecName getCodecName() {
    return CompressionCodecName.ZSTD;
  }

  @Override
  public void release() {
    context.close();
  }

  private static final class Page extends ByteArrayOutputStream {

    byte[] bytes() {
      return buf;
    }
  }
}
