package dev.fedbytweets.local.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Finds the pages in a file, whichever way they are laid out: one alone, one on each line, in a
/// bundle or in a list; also several of these one after another. Damage costs the value or the
/// element that it is in; if this has no recognisable end, it costs what stands before the next
/// line that begins with `{`. A damaged page that [PageBytes] can read is a page. Memory holds one
/// record at a time.
final class PageExtractor {

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final Path file;
  private final RewindableInput input;
  private final RecordHandler records;
  private boolean damageReported;

  /// Whether what comes next follows damage, so that it may begin anywhere in a record.
  private boolean afterDamage;

  /// Whether a script gave the value a name.
  private boolean isAssigned;

  /// Whether the rest of the file is of no use.
  private boolean isRefused;

  /// @param file for positions
  PageExtractor(Path file, RewindableInput input, RecordHandler records) {
    this.file = file;
    this.input = input;
    this.records = records;
  }

  /// Hands on all records of the file, in their order.
  ///
  /// @throws IOException if the file cannot be read
  void extract() throws IOException {
    boolean isEmpty = true;
    do {
      while (!isRefused && findValue()) {
        isEmpty = false;
        readValue();
        afterDamage = false;
      }
      isEmpty &= input.damage().isEmpty();
    } while (!isRefused && passDamage());
    if (isEmpty) {
      rejectMissing(RejectionReason.EMPTY);
    }
  }

  /// @return whether there is damage, behind which the file goes on
  private boolean passDamage() {
    if (input.damage().isEmpty()) {
      return false;
    }
    if (!damageReported) {
      rejectMissing(input.damage().get());
    }
    damageReported = false;
    afterDamage = true;
    input.resume();
    return true;
  }

  /// Passes over blanks, and over the mark that begins a file or a file that was put behind it.
  private boolean findValue() throws IOException {
    while (true) {
      input.startRecord(input.offset());
      if (ByteSlice.isBlank(input.peek()) || isAssigned && input.peek() == ';') {
        input.read();
      } else if (!input.skipIfNext(BYTE_ORDER_MARK)) {
        return input.peek() >= 0;
      }
    }
  }

  private void readValue() throws IOException {
    passAssignment();
    int first = input.peek();
    if (isRefused) {
      return;
    }
    if (first != '{' && first != '[') {
      boolean utf16 = input.offset() == 0 && (first == 0xFE || first == 0xFF);
      RejectionReason reason =
          afterDamage ? RejectionReason.FRAGMENT : RejectionReason.NOT_A_RESPONSE;
      rejectLines(utf16 ? RejectionReason.UTF_16 : reason);
      return;
    }
    TopLevelValue value = new TopLevelValue(file, input, records);
    boolean isWhole = value.read();
    boolean isLineSkipped = false;
    while (!isWhole) {
      if (input.isCut()) {
        input.rewind(value.failedAt());
      } else {
        input.rewind(input.recordStart());
      }
      boolean hasEnd = skipDamage(value.failedInValue() && !input.isCut());
      boolean found = hasEnd && takeMended(value) || rejectDamage(value, isLineSkipped);
      if (!value.holdsPages() || !hasEnd && (!found || input.peek() < 0)) {
        return;
      }
      isLineSkipped |= !hasEnd;
      isWhole = hasEnd ? value.resumeAfterElement() : value.resumeAtElement();
    }
  }

  /// Passes over what stands before the value in a script.
  private void passAssignment() throws IOException {
    Optional<ScriptAssignment> assignment =
        Character.isLetter(input.peek())
            ? ScriptAssignment.at(input.lookAhead(ScriptAssignment.LONGEST))
            : Optional.empty();
    if (assignment.isPresent()) {
      assignment.get().refusal().ifPresent(this::refuse);
      isAssigned = true;
      for (int i = 0; i < assignment.get().length(); i++) {
        input.read();
      }
      input.startRecord(input.offset());
    }
  }

  private void refuse(RejectionReason reason) {
    isRefused = true;
    records.refused(SourcePosition.ofFile(file), reason);
  }

  /// Passes over a damaged record: to where its brackets close, if it is a value, or else to where
  /// a line begins with `{`.
  ///
  /// @return whether its brackets close
  private boolean skipDamage(boolean isValue) throws IOException {
    BracketMatcher brackets = new BracketMatcher();
    int read = input.read();
    while (read >= 0 && (read != '\n' || input.peek() != '{')) {
      if (isValue && brackets.accept(read)) {
        return true;
      }
      read = input.read();
    }
    return false;
  }

  /// Hands on a damaged record whose brackets close, if it can be read all the same.
  ///
  /// @return whether it can
  private boolean takeMended(TopLevelValue value) throws IOException {
    long start = input.recordStart();
    long end = input.offset();
    if (input.isCut()) {
      return false;
    }
    ByteSlice bytes = input.slice(start, end);
    Optional<MendedRecord> mended = MendedRecord.of(bytes);
    mended.ifPresent(record -> record.handTo(records, value.positionOfFailure(start), bytes));
    if (mended.isPresent()) {
      input.startRecord(end);
    }
    return mended.isPresent();
  }

  /// @param mayBeEmpty whether an end without damage before it is not worth a report
  /// @return whether there was damage
  private boolean rejectDamage(TopLevelValue value, boolean mayBeEmpty) throws IOException {
    long end = input.offset();
    ByteSlice kept = input.slice(input.recordStart(), end).stripTrailing();
    ByteSlice bytes = value.failedInValue() ? kept : kept.stripSeparators();
    long from = input.recordStart() + kept.length() - bytes.length();
    long length = input.isCut() ? end - from : bytes.length();
    if (length > 0 || !mayBeEmpty) {
      boolean breaksOff =
          value.failure().equals(RejectionReason.INVALID_JSON) && value.failedAt() >= from + length;
      RejectionReason reason = breaksOff ? reasonOfBreakingOff() : value.failure();
      records.rejected(
          new RejectedRecord(value.positionOfFailure(from), length, reason, value.failedAt()),
          bytes);
    }
    input.startRecord(end);
    return length > 0;
  }

  private RejectionReason reasonOfBreakingOff() throws IOException {
    if (input.peek() < 0 && input.damage().isPresent()) {
      damageReported = true;
      return input.damage().get();
    }
    return RejectionReason.TRUNCATED;
  }

  private void rejectLines(RejectionReason reason) throws IOException {
    SourcePosition position = positionOfRecord();
    skipDamage(false);
    long length = input.offset() - position.offset();
    ByteSlice kept = input.slice(position.offset(), input.offset()).stripTrailing();
    records.rejected(
        new RejectedRecord(
            position, input.isCut() ? length : kept.length(), reason, position.offset()),
        kept);
  }

  private void rejectMissing(RejectionReason reason) {
    SourcePosition position = positionOfRecord();
    records.rejected(new RejectedRecord(position, 0, reason, position.offset()), ByteSlice.EMPTY);
  }

  private SourcePosition positionOfRecord() {
    long offset = input.recordStart();
    return new SourcePosition(file, input.lineAt(offset), 0, offset);
  }
}
