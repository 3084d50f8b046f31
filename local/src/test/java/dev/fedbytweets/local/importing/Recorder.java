package dev.fedbytweets.local.importing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Remembers pieces.
final class Recorder implements Pieces {

  private final List<Place> places = new ArrayList<>();
  private final List<String> pages = new ArrayList<>();
  private long pageBytes;
  private final List<BrokenPiece> broken = new ArrayList<>();
  private final List<String> kept = new ArrayList<>();

  @Override
  public void page(Place place, Slice bytes) {
    places.add(place);
    pages.add(text(bytes));
    pageBytes += bytes.length();
  }

  @Override
  public void broken(BrokenPiece piece, Slice bytes) {
    broken.add(piece);
    kept.add(text(bytes));
  }

  List<Place> places() {
    return places;
  }

  List<String> pages() {
    return pages;
  }

  long pageBytes() {
    return pageBytes;
  }

  List<BrokenPiece> broken() {
    return broken;
  }

  /// The bytes of the broken pieces.
  List<String> kept() {
    return kept;
  }

  private static String text(Slice bytes) {
    return new String(bytes.bytes(), bytes.from(), bytes.length(), StandardCharsets.UTF_8);
  }
}
