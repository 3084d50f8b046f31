package dev.fedbytweets.local.importing;

import java.util.ArrayList;
import java.util.List;

/// Counts what an import does.
final class ImportTally {

  private static final int MOST_BROKEN = 100;

  private long stored;
  private long duplicates;
  private long posts;
  private long broken;
  private final List<BrokenPiece> firstBroken = new ArrayList<>();

  void addStored(PageFacts page) {
    stored++;
    posts += page.posts();
  }

  void addDuplicate() {
    duplicates++;
  }

  void addBroken(BrokenPiece piece) {
    broken++;
    if (firstBroken.size() < MOST_BROKEN) {
      firstBroken.add(piece);
    }
  }

  ImportReport report(int files) {
    return new ImportReport(
        files, stored + duplicates, stored, duplicates, posts, broken, firstBroken);
  }
}
