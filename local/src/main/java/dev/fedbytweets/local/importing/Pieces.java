package dev.fedbytweets.local.importing;

/// Takes the pieces of a file in their order. Slices last as long as the call.
interface Pieces {

  /// What should be a page, by its brackets: from the first one to the last, nothing around it.
  void page(Place place, Slice bytes);

  /// What cannot be a page.
  ///
  /// @param bytes as much of the piece as is kept, without blanks at the end; may be empty
  void broken(BrokenPiece piece, Slice bytes);
}
