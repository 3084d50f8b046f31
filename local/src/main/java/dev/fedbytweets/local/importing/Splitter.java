package dev.fedbytweets.local.importing;

import java.nio.file.Path;

/// Finds the pages in a file, whichever way they are laid out: one alone, one on each line, in a
/// bundle or in a list; also several of these one after another. A piece that is broken ends
/// where a line begins with `{`, and reading goes on there. Memory holds one piece at a time.
final class Splitter {

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final Path file;
  private final Content content;
  private final Window window;
  private final Pieces pieces;
  private boolean damageReported;

  /// @param file for places
  /// @param window of the content
  Splitter(Path file, Content content, Window window, Pieces pieces) {
    this.file = file;
    this.content = content;
    this.window = window;
    this.pieces = pieces;
  }

  /// Hands on all pieces of the file, in their order.
  void split() {
    boolean empty = true;
    while (findValue()) {
      empty = false;
      readValue();
    }
    if (content.damage().isPresent() && !damageReported) {
      reportMissing(content.damage().get());
    } else if (empty && content.damage().isEmpty()) {
      reportMissing(Defect.EMPTY);
    }
  }

  /// Passes over blanks, and over the mark that begins a file or a file that was put behind it.
  private boolean findValue() {
    while (true) {
      window.release(window.offset());
      if (Structure.isBlank(window.peek())) {
        window.read();
      } else if (window.comesNext(BYTE_ORDER_MARK)) {
        window.skip(BYTE_ORDER_MARK.length);
      } else {
        return window.peek() >= 0;
      }
    }
  }

  private void readValue() {
    int first = window.peek();
    if (first == '{' || first == '[') {
      TopValue value = new TopValue(file, window, pieces);
      if (!value.read()) {
        setAside(value.rest(), Defect.NOT_JSON, value.failedAt());
      }
    } else {
      boolean utf16 = window.offset() == 0 && (first == 0xFE || first == 0xFF);
      Place place = new Place(file, window.line(), 0, window.offset());
      setAside(place, utf16 ? Defect.UTF_16 : Defect.NO_JSON, window.offset());
    }
  }

  private void setAside(Place from, Defect defect, long failedAt) {
    if (!window.isCut()) {
      window.rewind(from.offset());
    }
    window.skipToObjectLine();
    long end = window.offset();
    Slice kept = window.slice(from.offset(), end).stripTrailing();
    int before = from.element() == 0 ? 0 : separators(kept);
    Slice bytes = kept.without(before);
    Place place =
        new Place(
            file, from.line() + kept.lineEnds(before), from.element(), from.offset() + before);
    long length = window.isCut() ? end - place.offset() : bytes.length();
    boolean breaksOff = defect == Defect.NOT_JSON && failedAt >= place.offset() + length;
    pieces.broken(
        new BrokenPiece(place, length, breaksOff ? breakingOff() : defect, failedAt), bytes);
  }

  private Defect breakingOff() {
    if (window.peek() < 0 && content.damage().isPresent()) {
      damageReported = true;
      return content.damage().get();
    }
    return Defect.BREAKS_OFF;
  }

  private void reportMissing(Defect defect) {
    Place place = new Place(file, window.line(), 0, window.offset());
    pieces.broken(new BrokenPiece(place, 0, defect, place.offset()), new Slice(new byte[0], 0, 0));
  }

  /// How many bytes at the beginning stand between two elements of a list.
  private static int separators(Slice piece) {
    int count = 0;
    while (count < piece.length() && isSeparator(piece.at(count))) {
      count++;
    }
    return count;
  }

  private static boolean isSeparator(int next) {
    return next == ',' || Structure.isBlank(next);
  }
}
