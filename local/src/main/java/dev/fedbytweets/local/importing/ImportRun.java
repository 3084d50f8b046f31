package dev.fedbytweets.local.importing;

import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.PageKey;
import dev.fedbytweets.core.storage.PageMetadata;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// One import: takes the records of its files one after another, stores the pages, quarantines
/// the rest and counts both.
final class ImportRun implements RecordHandler {

  private static final int MOST_REJECTED = 100;

  private final SubjectName subject;
  private final Instant now;
  private final RawPageWriter pages;
  private final ImportQuarantine quarantine;
  private final ImportProgress progress;

  private long totalBytes;
  private long bytesOfEarlierFiles;
  private SourceFile file;
  private SourceContent content;

  private long stored;
  private long duplicates;
  private long posts;
  private long users;
  private long rejected;
  private long lost;
  private final List<RejectedRecord> firstRejected = new ArrayList<>();

  /// @param now bounds estimated times: what lies in the future counts as now
  ImportRun(
      SubjectName subject,
      Instant now,
      RawPageWriter pages,
      ImportQuarantine quarantine,
      ImportProgress progress) {
    this.subject = subject;
    this.now = now;
    this.pages = pages;
    this.quarantine = quarantine;
    this.progress = progress;
  }

  /// Imports these files.
  ///
  /// @throws RetryableException if a file cannot be read to its end
  ImportReport importAll(List<SourceFile> files) {
    totalBytes = files.stream().mapToLong(SourceFile::bytes).sum();
    files.forEach(this::importFile);
    pages.flush();
    return new ImportReport(
        files.size(),
        stored + duplicates,
        stored,
        duplicates,
        posts,
        users,
        rejected,
        lost,
        firstRejected);
  }

  @Override
  public void page(SourcePosition position, ByteSlice bytes, PageSummary summary) {
    String sha256 = bytes.sha256();
    PageKey key = new PageKey(subject, summary.date(), PageKey.IMPORTED, sha256);
    PageMetadata metadata =
        PageMetadata.imported(
            summary.retrievedAt().orElseGet(() -> notBefore(summary)),
            summary.retrievedAt().isPresent(),
            sha256);
    if (pages.add(key, bytes, metadata)) {
      stored++;
      posts += summary.posts();
      users += summary.users();
    } else {
      duplicates++;
    }
    reportProgress();
  }

  @Override
  public void rejected(RejectedRecord record, ByteSlice bytes) {
    rejected++;
    lost += record.reason().isLoss() || record.length() > bytes.length() ? 1 : 0;
    if (firstRejected.size() < MOST_REJECTED) {
      firstRejected.add(record);
    }
    quarantine.add(record, bytes);
    reportProgress();
  }

  private void importFile(SourceFile next) {
    Path path = next.path();
    try (SourceContent opened = SourceContent.open(path)) {
      file = next;
      content = opened;
      new PageExtractor(path, new RewindableInput(opened), this).extract();
    } catch (IOException e) {
      throw new RetryableException("cannot read %s: %s".formatted(path, e), e);
    }
    quarantine.flush();
    bytesOfEarlierFiles += next.bytes();
    progress.reached(path, bytesOfEarlierFiles, totalBytes);
  }

  private void reportProgress() {
    progress.reached(file.path(), bytesOfEarlierFiles + content.bytesRead(), totalBytes);
  }

  /// X cannot have answered before the newest post of the page was written. The file's time says
  /// nothing: it may be that of a copy.
  private Instant notBefore(PageSummary summary) {
    Instant newest = summary.newestPost().orElse(Instant.EPOCH);
    return (newest.isAfter(now) ? now : newest).truncatedTo(ChronoUnit.MICROS);
  }
}
