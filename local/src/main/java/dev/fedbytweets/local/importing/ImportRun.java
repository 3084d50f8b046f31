package dev.fedbytweets.local.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// One import: takes the records of its files one after another, has the pages stored, makes pages
/// of what is none, quarantines the rest and counts.
final class ImportRun implements RecordHandler, ContentHandler {

  /// How it is called in messages.
  private static final Path STANDARD_INPUT = Path.of("standard input");

  private final PageImport pages;
  private final ImportQuarantine quarantine;
  private final SourceProgress progress;
  private final InputStream standardInput;
  private final Rejections rejections = new Rejections();
  private final PageAssembler assembler;

  private SourceFile file;

  /// The folder, or archive, whose user is known to the assembler; null at the beginning.
  private Path folder;

  ImportRun(
      PageImport pages,
      ImportQuarantine quarantine,
      SourceProgress progress,
      InputStream standardInput) {
    this.pages = pages;
    this.quarantine = quarantine;
    this.progress = progress;
    this.standardInput = standardInput;
    this.assembler = new PageAssembler(pages::addAssembled);
  }

  /// Imports these files.
  ImportReport importAll(SourceFiles sources) {
    sources.unreadable().forEach(this::notRead);
    Set<Path> taken = new HashSet<>();
    for (SourceFile next : sources.files()) {
      file = next;
      progress.beginFile(next, () -> 0);
      if (!taken.contains(next.path())) {
        importFile(next).ifPresent(taken::add);
      }
      progress.endFile();
    }
    pages.flush();
    return pages.report(sources.files().size(), rejections);
  }

  @Override
  public void content(Path name, InputStream content) throws IOException {
    Path parent = name.toAbsolutePath().getParent();
    if (!parent.equals(folder) || file.isStandardInput()) {
      folder = parent;
      assembler.writtenBy(file.isStandardInput() ? Optional.empty() : ArchiveAccount.beside(name));
    }
    new PageExtractor(name, new RewindableInput(content), this).extract();
    assembler.flush();
  }

  @Override
  public void page(SourcePosition position, ByteSlice bytes, PageSummary summary) {
    pages.add(bytes, summary);
    progress.reached();
  }

  @Override
  public void object(
      SourcePosition position, ByteSlice bytes, ByteSlice json, RejectionReason reason) {
    Optional<RejectionReason> refused = assembler.add(bytes, json, reason);
    if (refused.isPresent() && !takeResponse(position, json)) {
      rejected(
          new RejectedRecord(position, bytes.length(), refused.get(), position.offset()), bytes);
    }
    progress.reached();
  }

  @Override
  public void rejected(RejectedRecord record, ByteSlice bytes) {
    rejections.add(record, record.reason().isLoss() || record.length() > bytes.length());
    quarantine.add(record, bytes);
    progress.reached();
  }

  @Override
  public void refused(SourcePosition position, RejectionReason reason) {
    rejections.add(RejectedRecord.ofFile(position, reason), reason.isLoss() || isNamed(position));
  }

  @Override
  public void notRead(Path name, RejectionReason reason) {
    refused(SourcePosition.ofFile(name), reason);
  }

  /// Takes the response in an object.
  ///
  /// @return false if there is none that is a page
  private boolean takeResponse(SourcePosition position, ByteSlice json) {
    Optional<ByteSlice> response = WrappedResponse.in(json);
    Optional<PageSummary> summary =
        response.flatMap(bytes -> PageInspector.summary(bytes.toArray()));
    summary.ifPresent(it -> page(position, response.get(), it));
    return summary.isPresent();
  }

  /// @return a file beside it that is taken with it
  private Optional<Path> importFile(SourceFile next) {
    Optional<AcademicPair> pair = AcademicPair.beside(next.path());
    pair.ifPresent(assembler::belongingTo);
    pages.beginFile(next.path());
    boolean isWhole = true;
    try {
      if (!importLakePage(next)) {
        read(next);
      }
    } catch (IOException e) {
      notRead(next.path(), SourceFiles.reason(e));
      isWhole = false;
    }
    Optional<Path> with = pair.map(AcademicPair::file).filter(users -> assembler.endFile());
    if (isWhole) {
      quarantine.finish(next.path());
    } else {
      quarantine.flush();
    }
    return with;
  }

  private boolean importLakePage(SourceFile next) throws IOException {
    Optional<LakePage> page = LakePage.read(next.path(), RewindableInput.LONGEST_RECORD);
    page.ifPresent(pages::addLakePage);
    return page.isPresent();
  }

  private void read(SourceFile next) throws IOException {
    SourceReader reader = new SourceReader(this);
    if (next.isStandardInput()) {
      CountingInput counted = new CountingInput(standardInput);
      progress.beginFile(next, counted::count);
      reader.read(STANDARD_INPUT, counted);
      return;
    }
    try (MeteredChannel channel = MeteredChannel.open(next.path())) {
      progress.beginFile(next, channel::bytesRead);
      reader.read(next.path(), channel);
    }
  }

  /// Whether somebody asked for this very file.
  private boolean isNamed(SourcePosition position) {
    return file != null && file.isNamed() && file.path().equals(position.file());
  }
}
