package dev.fedbytweets.local.importing;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.ObjectStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes recorded responses of X into the raw pages of a lake, from where the usual steps bring
/// them into the tables.
///
/// A file holds one page, one on each line, a bundle `{"data":[page,...]}` or a list of pages,
/// or several of these; it may be gzipped. What it is follows from its content. Each page is
/// stored byte for byte as it stands there, from its first bracket to its last, under the
/// SHA-256 of these bytes, so importing it again changes nothing. What is no page is set aside
/// and reported, and the rest goes in. Memory holds a page at a time and what waits to be
/// written, however large a file.
///
/// Killed anywhere and run again, the lake is as if it had run once, provided that no one else
/// changes it at the same time: who calls this holds the lake's lock.
public final class Importer {

  private static final Logger LOG = LoggerFactory.getLogger(Importer.class);

  private static final int PAGES_AT_ONCE = 100;

  private final ObjectStore store;
  private final InstantSource clock;
  private final int pagesAtOnce;

  /// @param clock bounds the times of files: what lies in the future counts as now
  public Importer(ObjectStore store, InstantSource clock) {
    this(store, clock, PAGES_AT_ONCE);
  }

  /// @param pagesAtOnce how many pages one journal entry announces at most
  Importer(ObjectStore store, InstantSource clock, int pagesAtOnce) {
    this.store = Objects.requireNonNull(store, "store");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.pagesAtOnce = pagesAtOnce;
  }

  /// Imports all pages of these files.
  ///
  /// @param paths files, and folders, of which all files are taken that are not hidden
  /// @throws RejectedException naming every path that cannot be read, before anything is stored
  /// @throws dev.fedbytweets.core.failure.RetryableException if a file cannot be read to its end
  public ImportReport importAll(SubjectName subject, List<Path> paths, ImportProgress listener) {
    List<SourceFile> files = SourceFiles.find(paths);
    Work work = new Work(subject, listener, files);
    files.forEach(work::take);
    ImportReport report = work.finish();
    LOG.atInfo()
        .addKeyValue("subject", subject)
        .addKeyValue("files", report.files())
        .addKeyValue("pages", report.pages())
        .addKeyValue("stored", report.stored())
        .addKeyValue("broken", report.broken())
        .log("files are imported");
    return report;
  }

  private final class Work {

    private final SubjectName subject;
    private final ImportProgress listener;
    private final RawPages pages;
    private final SetAsidePieces setAside;
    private final ImportTally tally = new ImportTally();
    private final int files;
    private final long total;
    private long done;

    Work(SubjectName subject, ImportProgress listener, List<SourceFile> files) {
      this.subject = subject;
      this.listener = listener;
      this.pages = new RawPages(store, subject, pagesAtOnce);
      this.setAside = new SetAsidePieces(store, subject);
      this.files = files.size();
      this.total = files.stream().mapToLong(SourceFile::bytes).sum();
    }

    void take(SourceFile file) {
      Path path = file.path();
      try (FileContent content = FileContent.open(path)) {
        Runnable tell = () -> listener.reached(path, done + content.bytesRead(), total);
        Pieces pieces = new FileImport(subject, time(file), pages, setAside, tally, tell);
        new Splitter(path, content, new Window(content), pieces).split();
      }
      setAside.flush();
      done += file.bytes();
      listener.reached(path, done, total);
    }

    ImportReport finish() {
      pages.flush();
      return tally.report(files);
    }
  }

  private Instant time(SourceFile file) {
    Instant now = clock.instant();
    Instant modified = file.modified();
    return (modified.isAfter(now) ? now : modified).truncatedTo(ChronoUnit.MICROS);
  }
}
