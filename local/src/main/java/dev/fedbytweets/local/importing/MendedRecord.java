package dev.fedbytweets.local.importing;

import dev.fedbytweets.contracts.PageBytes;
import dev.fedbytweets.contracts.UnreadablePageException;
import java.util.Optional;

/// A record that is not quite JSON in UTF-8, and can be read all the same.
///
/// @param json the record as it is read
/// @param page what it says about itself, if it is a page
/// @param reason why it is no page; empty if it is one
record MendedRecord(ByteSlice json, Optional<PageSummary> page, Optional<RejectionReason> reason) {

  /// Reads a record; empty if it cannot be read, or is an answer of a kind that is not taken.
  static Optional<MendedRecord> of(ByteSlice record) {
    try {
      return PageBytes.read(
              record.toArray(),
              (json, bytes) -> {
                PageInspector inspector = new PageInspector(json);
                inspector.inspect();
                return mended(inspector, new ByteSlice(bytes, 0, bytes.length));
              })
          .value();
    } catch (UnreadablePageException _) {
      return Optional.empty();
    }
  }

  /// Hands it on.
  ///
  /// @param bytes as it stands in the file
  void handTo(RecordHandler records, SourcePosition position, ByteSlice bytes) {
    if (page.isPresent()) {
      records.page(position, bytes, page.get());
    } else {
      records.object(position, bytes, json, reason.orElseThrow());
    }
  }

  private static Optional<MendedRecord> mended(PageInspector inspector, ByteSlice json) {
    Optional<RejectionReason> reason = inspector.rejection();
    if (reason.isEmpty()) {
      return Optional.of(new MendedRecord(json, Optional.of(inspector.summary()), reason));
    }
    return inspector.hasPartOfPage()
        ? Optional.empty()
        : Optional.of(new MendedRecord(json, Optional.empty(), reason));
  }
}
