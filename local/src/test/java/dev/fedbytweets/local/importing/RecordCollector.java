package dev.fedbytweets.local.importing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Remembers the records of a file.
final class RecordCollector implements RecordHandler {

  private final List<SourcePosition> positions = new ArrayList<>();
  private final List<String> pages = new ArrayList<>();
  private long pageBytes;
  private final List<RejectedRecord> rejected = new ArrayList<>();
  private final List<String> rejectedTexts = new ArrayList<>();

  @Override
  public void page(SourcePosition position, ByteSlice bytes, PageSummary summary) {
    positions.add(position);
    pages.add(text(bytes));
    pageBytes += bytes.length();
  }

  @Override
  public void object(
      SourcePosition position, ByteSlice bytes, ByteSlice json, RejectionReason reason) {
    rejected(new RejectedRecord(position, bytes.length(), reason, position.offset()), bytes);
  }

  @Override
  public void refused(SourcePosition position, RejectionReason reason) {
    rejected.add(RejectedRecord.ofFile(position, reason));
    rejectedTexts.add("");
  }

  @Override
  public void rejected(RejectedRecord record, ByteSlice bytes) {
    rejected.add(record);
    rejectedTexts.add(text(bytes));
  }

  /// Where the pages begin.
  List<SourcePosition> positions() {
    return positions;
  }

  List<String> pages() {
    return pages;
  }

  /// The length of all pages in bytes.
  long pageBytes() {
    return pageBytes;
  }

  List<RejectedRecord> rejected() {
    return rejected;
  }

  /// The bytes of the rejected records.
  List<String> rejectedTexts() {
    return rejectedTexts;
  }

  private static String text(ByteSlice bytes) {
    return new String(bytes.bytes(), bytes.from(), bytes.length(), StandardCharsets.UTF_8);
  }
}
