package dev.fedbytweets.local.importing;

import java.nio.file.Path;

/// A list whose elements are pages, or may be. Elements are handed on as soon as they are read,
/// so that no more than one of them is kept.
final class PageList {

  private enum Elements {
    /// Kept until one of them tells.
    UNKNOWN,
    PAGES,
    /// They stay within their page.
    POSTS
  }

  private final Path file;
  private final Window window;
  private final Pieces pieces;
  private final int depth;

  private Elements are;

  /// How many elements have begun.
  private int begun;

  private Mark first;

  /// Where the present element begins, and with which byte; null between elements.
  private Mark element;

  private int firstByte;
  private boolean closed;

  /// Where what was handed on ends.
  private Mark handedOn;

  private PageList(Path file, Window window, Pieces pieces, int depth, Elements are) {
    this.file = file;
    this.window = window;
    this.pieces = pieces;
    this.depth = depth;
    this.are = are;
    this.handedOn = new Mark(window.offset(), window.line());
  }

  /// A list at the top of a file: its elements should be pages.
  static PageList ofPages(Path file, Window window, Pieces pieces) {
    return new PageList(file, window, pieces, 1, Elements.PAGES);
  }

  /// The `data` of an object at the top of a file: pages, if the first object in it that is a
  /// page or a post is a page and has no `id`.
  static PageList ofData(Path file, Window window, Pieces pieces) {
    return new PageList(file, window, pieces, 2, Elements.UNKNOWN);
  }

  boolean holdsPages() {
    return are == Elements.PAGES;
  }

  /// Where what was not handed on begins.
  Place rest() {
    return element == null ? place(handedOn, begun + 1) : place(element, begun);
  }

  /// Takes note of a byte that was read, before the structure takes it.
  void before(Structure structure, int next) {
    boolean begins =
        element == null
            && !closed
            && are != Elements.POSTS
            && structure.depth() == depth
            && structure.awaitsValue()
            && next != ']'
            && !Structure.isBlank(next);
    if (begins) {
      element = new Mark(window.offset() - 1, window.line());
      first = begun == 0 ? element : first;
      firstByte = next;
      begun++;
    }
  }

  /// Takes note that the structure has taken the byte.
  void after(Structure structure) {
    if (element != null && structure.isPastElement(depth)) {
      long end = window.offset() - (endsBeforeLastByte() ? 1 : 0);
      if (are == Elements.UNKNOWN) {
        judge(end);
      }
      if (are == Elements.PAGES) {
        handOn(end);
      }
      element = null;
    }
    closed |= structure.depth() < depth;
  }

  /// Hands on a value, unless it was too long to be kept.
  static void handOn(Window window, Pieces pieces, Place place, long end) {
    Slice bytes = window.slice(place.offset(), end);
    if (window.isCut()) {
      long length = end - place.offset();
      pieces.broken(new BrokenPiece(place, length, Defect.TOO_LONG, place.offset()), bytes);
    } else {
      pieces.page(place, bytes);
    }
  }

  /// A number or a word ends where another byte follows.
  private boolean endsBeforeLastByte() {
    return firstByte != '{' && firstByte != '[' && firstByte != '"';
  }

  private void judge(long end) {
    if (window.isCut()) {
      are = Elements.POSTS;
    } else if (firstByte == '{') {
      are =
          switch (PageInspector.inspect(window.slice(element.offset(), end))) {
            case PageFacts facts -> facts.hasId() ? Elements.POSTS : Elements.PAGES;
            case PageLook.Unusable(Defect defect, long _) ->
                defect == Defect.SINGLE_POST ? Elements.POSTS : Elements.UNKNOWN;
          };
      if (are == Elements.PAGES && begun > 1) {
        handOnWhatCameBefore();
      }
    }
  }

  /// As one piece; its end is a comma, perhaps with blanks around it.
  private void handOnWhatCameBefore() {
    Slice before = window.slice(first.offset(), element.offset()).stripTrailing();
    Slice withoutComma = new Slice(before.bytes(), before.from(), before.length() - 1);
    pieces.page(place(first, 1), withoutComma.stripTrailing());
  }

  private void handOn(long end) {
    handOn(window, pieces, place(element, begun), end);
    handedOn = new Mark(end, window.line());
    window.release(end);
  }

  private Place place(Mark mark, int number) {
    return new Place(file, mark.line(), number, mark.offset());
  }
}
