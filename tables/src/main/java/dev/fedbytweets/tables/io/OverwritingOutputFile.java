package dev.fedbytweets.tables.io;

import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;

/// A file under a name that was never used before: it is created without a check whether it exists.
record OverwritingOutputFile(OutputFile file) implements OutputFile {

  @Override
  public PositionOutputStream create() {
    return file.createOrOverwrite();
  }

  @Override
  public PositionOutputStream createOrOverwrite() {
    return file.createOrOverwrite();
  }

  @Override
  public String location() {
    return file.location();
  }

  @Override
  public InputFile toInputFile() {
    return file.toInputFile();
  }
}
