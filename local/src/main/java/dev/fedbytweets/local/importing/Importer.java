package dev.fedbytweets.local.importing;

import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.work.WorkAhead;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings recorded responses of X into the raw pages of a lake, from where the usual steps bring
/// them into the tables.
///
/// What a file is follows from its content, and so does whether a page holds posts, users or
/// places; pages of anything else are refused. Each page is stored byte for byte as it stands
/// there, from its first bracket to its last, under the SHA-256 of these bytes, so importing it
/// again changes nothing. What is no page, but holds posts or users, becomes one and is kept as
/// it came. What is neither is quarantined and reported, and the rest goes in. Memory holds a few
/// pages at a time and what waits to be written, however large a file is; a page may take an
/// eighth of it.
///
/// If an import is killed anywhere and run again, the lake is as if it had run once, provided
/// that nobody else changes it at the same time: the caller holds the lake's lock.
public final class Importer {

  private static final Logger LOG = LoggerFactory.getLogger(Importer.class);

  private static final int PAGES_AT_ONCE = 2000;

  private final ObjectStore store;
  private final InstantSource clock;
  private final int pagesAtOnce;
  private final int threads;
  private final InputStream standardInput;

  /// @param clock bounds estimated times: what lies in the future counts as now
  public Importer(ObjectStore store, InstantSource clock) {
    this(store, clock, PAGES_AT_ONCE, WorkAhead.processors(), System.in);
  }

  /// @param pagesAtOnce how many pages one journal entry announces at most
  /// @param threads how many compress pages while others are read; 0 for none, so that each import
  ///     of the same files does the same in the same order
  Importer(
      ObjectStore store,
      InstantSource clock,
      int pagesAtOnce,
      int threads,
      InputStream standardInput) {
    this.store = Objects.requireNonNull(store, "store");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.pagesAtOnce = pagesAtOnce;
    this.threads = threads;
    this.standardInput = standardInput;
  }

  /// Imports all pages of files that have no subject of their own.
  ///
  /// @param paths files, and folders, of which all files are taken that are not hidden
  public ImportReport importAll(SubjectName subject, List<Path> paths, ImportProgress progress) {
    return importAll(Optional.of(subject), SourceFiles.find(paths), progress);
  }

  /// Imports all pages of these files.
  ///
  /// @param subject of what is no page of a lake; empty if everything is
  public ImportReport importAll(
      Optional<SubjectName> subject, SourceFiles sources, ImportProgress progress) {
    ImportReport report;
    try (PageImport pages =
        new PageImport(subject, clock.instant(), new RawPageWriter(store, pagesAtOnce), threads)) {
      ImportRun run =
          new ImportRun(
              pages,
              new ImportQuarantine(store, subject),
              new SourceProgress(progress, sources.files()),
              standardInput);
      report = run.importAll(sources);
    }
    LOG.atInfo()
        .addKeyValue("subject", subject.map(SubjectName::value).orElse(""))
        .addKeyValue("files", report.files())
        .addKeyValue("pages", report.pages())
        .addKeyValue("stored", report.stored())
        .addKeyValue("rejected", report.rejected())
        .log("files are imported");
    return report;
  }
}
