package dev.fedbytweets.local.importing;

import java.util.List;
import java.util.function.LongSupplier;

/// How far an import is in its files.
final class SourceProgress {

  private final ImportProgress progress;
  private final boolean isTotalKnown;
  private final long total;
  private long earlier;
  private SourceFile file;
  private LongSupplier bytesRead = () -> 0;

  SourceProgress(ImportProgress progress, List<SourceFile> files) {
    this.progress = progress;
    this.isTotalKnown = files.stream().noneMatch(SourceFile::isStandardInput);
    this.total = isTotalKnown ? files.stream().mapToLong(SourceFile::bytes).sum() : 0;
  }

  /// @param read says how much of the file has been read; more than there is if it is read twice
  void beginFile(SourceFile next, LongSupplier read) {
    file = next;
    bytesRead = read;
  }

  /// Tells how far it is.
  void reached() {
    long read = bytesRead.getAsLong();
    tell(earlier + (isTotalKnown ? Math.min(read, file.bytes()) : read));
  }

  /// Tells that the file is read.
  void endFile() {
    earlier += isTotalKnown ? file.bytes() : bytesRead.getAsLong();
    bytesRead = () -> 0;
    tell(earlier);
  }

  private void tell(long bytes) {
    progress.reached(file.path(), bytes, total);
  }
}
