package dev.fedbytweets.local.importing;

import java.nio.file.Path;

/// A JSON value at the top of a file: a page, a bundle of pages or a list of pages. Its pages are
/// handed on as they are read; what else stands in a bundle beside its list is passed over.
final class TopValue {

  private static final byte[] DATA = {'d', 'a', 't', 'a'};

  private final Path file;
  private final Window window;
  private final Pieces pieces;
  private final Structure structure = new Structure();
  private final Place begin;

  /// Where the last name in the object at the top begins, and whether it is `data`.
  private long nameOffset;

  private boolean isData;

  /// Null until a list was entered that may hold pages.
  private PageList list;

  private long failedAt;

  /// @param window stands on the first bracket, with which its piece begins
  TopValue(Path file, Window window, Pieces pieces) {
    this.file = file;
    this.window = window;
    this.pieces = pieces;
    this.begin = new Place(file, window.line(), 0, window.offset());
  }

  /// Reads to the end of the value, or up to and with a byte that cannot stand where it stands.
  ///
  /// @return whether the value is whole
  boolean read() {
    while (!structure.isDone()) {
      int next = structure.isInText() ? window.readToQuote() : window.read();
      if (next < 0 || !accept(next)) {
        failedAt = window.offset() - (next < 0 ? 0 : 1);
        return false;
      }
    }
    if (!holdsPages()) {
      PageList.handOn(window, pieces, begin, window.offset());
    }
    return true;
  }

  /// Where what was not handed on begins, of a value that is not whole.
  Place rest() {
    return holdsPages() ? list.rest() : begin;
  }

  /// The byte that cannot stand where it stands, or the content's end.
  long failedAt() {
    return failedAt;
  }

  private boolean holdsPages() {
    return list != null && list.holdsPages();
  }

  private boolean accept(int next) {
    if (list != null) {
      list.before(structure, next);
    }
    boolean wasInName = structure.isInName();
    int depth = structure.depth();
    if (!structure.accept(next)) {
      return false;
    }
    if (structure.depth() == 1 && structure.isInName() != wasInName) {
      noteName(wasInName);
    }
    if (list != null) {
      list.after(structure);
    } else if (next == '[' && structure.depth() > depth) {
      enterList();
    }
    return true;
  }

  private void noteName(boolean ended) {
    if (ended) {
      long end = window.offset() - 1;
      isData = !window.isCut() && window.slice(nameOffset, end).equalTo(DATA);
    } else {
      nameOffset = window.offset();
    }
  }

  private void enterList() {
    if (structure.depth() == 1) {
      list = PageList.ofPages(file, window, pieces);
    } else if (structure.depth() == 2 && isData) {
      list = PageList.ofData(file, window, pieces);
    }
  }
}
