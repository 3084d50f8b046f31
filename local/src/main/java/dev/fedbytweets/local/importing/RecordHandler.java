package dev.fedbytweets.local.importing;

/// Takes the records of a file in their order. Slices are valid until the call returns.
interface RecordHandler {

  /// Takes a response page.
  ///
  /// @param bytes from its first bracket to its last, nothing around it
  void page(SourcePosition position, ByteSlice bytes, PageSummary summary);

  /// Takes what is not a response page.
  ///
  /// @param bytes as much of the record as is kept, without blanks at the end; may be empty
  void rejected(RejectedRecord rejected, ByteSlice bytes);
}
