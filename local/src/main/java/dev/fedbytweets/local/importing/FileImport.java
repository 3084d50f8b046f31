package dev.fedbytweets.local.importing;

import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.PageKey;
import dev.fedbytweets.core.storage.PageMetadata;
import java.time.Instant;

/// What becomes of the pieces of one file.
final class FileImport implements Pieces {

  private final SubjectName subject;
  private final Instant fileTime;
  private final RawPages pages;
  private final SetAsidePieces setAside;
  private final ImportTally tally;
  private final Runnable afterPiece;

  /// @param fileTime counts as the time of retrieval where a page tells none
  FileImport(
      SubjectName subject,
      Instant fileTime,
      RawPages pages,
      SetAsidePieces setAside,
      ImportTally tally,
      Runnable afterPiece) {
    this.subject = subject;
    this.fileTime = fileTime;
    this.pages = pages;
    this.setAside = setAside;
    this.tally = tally;
    this.afterPiece = afterPiece;
  }

  @Override
  public void page(Place place, Slice bytes) {
    switch (PageInspector.inspect(bytes)) {
      case PageFacts facts -> store(bytes, facts);
      case PageLook.Unusable(Defect defect, long noticedAt) ->
          broken(new BrokenPiece(place, bytes.length(), defect, place.offset() + noticedAt), bytes);
    }
  }

  @Override
  public void broken(BrokenPiece piece, Slice bytes) {
    tally.addBroken(piece);
    setAside.add(piece, bytes);
    afterPiece.run();
  }

  private void store(Slice bytes, PageFacts facts) {
    String sha256 = bytes.sha256();
    PageKey key = new PageKey(subject, facts.date(), PageKey.IMPORTED, sha256);
    Instant retrievedAt = facts.retrievedAt().orElse(fileTime);
    if (pages.add(key, bytes, PageMetadata.imported(retrievedAt, sha256))) {
      tally.addStored(facts);
    } else {
      tally.addDuplicate();
    }
    afterPiece.run();
  }
}
