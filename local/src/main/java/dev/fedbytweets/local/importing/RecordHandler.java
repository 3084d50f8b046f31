package dev.fedbytweets.local.importing;

/// Takes the records of a file in their order. Slices are valid until the call returns.
interface RecordHandler {

  /// Takes a response page.
  ///
  /// @param bytes from its first bracket to its last, nothing around it
  void page(SourcePosition position, ByteSlice bytes, PageSummary summary);

  /// Takes a JSON object that is no response page, of which one may be made all the same.
  ///
  /// @param bytes as they stand in the file, from its first bracket to its last
  /// @param json the same as JSON in UTF-8; other bytes only where these had to be mended
  /// @param reason why it is no page
  void object(SourcePosition position, ByteSlice bytes, ByteSlice json, RejectionReason reason);

  /// Takes what is not a response page.
  ///
  /// @param bytes as much of the record as is kept, without blanks at the end; may be empty
  void rejected(RejectedRecord rejected, ByteSlice bytes);

  /// Takes note that a file is not what is imported; nothing more of it is read.
  void refused(SourcePosition position, RejectionReason reason);
}
