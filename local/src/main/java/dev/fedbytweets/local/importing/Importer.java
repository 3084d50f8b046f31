package dev.fedbytweets.local.importing;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.ObjectStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings recorded responses of X into the raw pages of a lake, from where the usual steps bring
/// them into the tables.
///
/// A file holds one page, one on each line, a bundle `{"data":[page,...]}` or a list of pages,
/// or several of these; it may be gzipped. What it is follows from its content, and so does whether
/// a page holds posts, users or places; pages of anything else are refused. Each page is
/// stored byte for byte as it stands there, from its first bracket to its last, under the
/// SHA-256 of these bytes, so importing it again changes nothing. What is not a page is
/// quarantined and reported, and the rest goes in. Memory holds one page at a time and what waits
/// to be written, however large a file is; a page may take an eighth of it.
///
/// If an import is killed anywhere and run again, the lake is as if it had run once, provided
/// that nobody else changes it at the same time: the caller holds the lake's lock.
public final class Importer {

  private static final Logger LOG = LoggerFactory.getLogger(Importer.class);

  private static final int PAGES_AT_ONCE = 100;

  private final ObjectStore store;
  private final InstantSource clock;
  private final int pagesAtOnce;

  /// @param clock bounds estimated times: what lies in the future counts as now
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
  public ImportReport importAll(SubjectName subject, List<Path> paths, ImportProgress progress) {
    List<SourceFile> files = SourceFiles.find(paths);
    ImportRun run =
        new ImportRun(
            subject,
            clock.instant(),
            new RawPageWriter(store, subject, pagesAtOnce),
            new ImportQuarantine(store, subject),
            progress);
    ImportReport report = run.importAll(files);
    LOG.atInfo()
        .addKeyValue("subject", subject)
        .addKeyValue("files", report.files())
        .addKeyValue("pages", report.pages())
        .addKeyValue("stored", report.stored())
        .addKeyValue("rejected", report.rejected())
        .log("files are imported");
    return report;
  }
}
