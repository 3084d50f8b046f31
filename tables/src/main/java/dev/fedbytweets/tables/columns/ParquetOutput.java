package dev.fedbytweets.tables.columns;

import java.io.IOException;
import org.apache.iceberg.io.OutputFile;
import org.apache.parquet.io.DelegatingPositionOutputStream;
import org.apache.parquet.io.PositionOutputStream;

/// Adapts an output file of Iceberg to parquet-java.
///
/// @param file not null
record ParquetOutput(OutputFile file) implements org.apache.parquet.io.OutputFile {

  @Override
  public PositionOutputStream create(long blockSizeHint) {
    return new Output(file.create());
  }

  @Override
  public PositionOutputStream createOrOverwrite(long blockSizeHint) {
    return new Output(file.createOrOverwrite());
  }

  @Override
  public boolean supportsBlockSize() {
    return false;
  }

  @Override
  public long defaultBlockSize() {
    return 0;
  }

  @Override
  public String getPath() {
    return file.location();
  }

  private static final class Output extends DelegatingPositionOutputStream {

    private final org.apache.iceberg.io.PositionOutputStream stream;

    Output(org.apache.iceberg.io.PositionOutputStream stream) {
      super(stream);
      this.stream = stream;
    }

    @Override
    public long getPos() throws IOException {
      return stream.getPos();
    }
  }
}
