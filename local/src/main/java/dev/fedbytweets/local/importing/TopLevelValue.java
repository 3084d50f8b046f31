package dev.fedbytweets.local.importing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// A JSON value at the top of a file: a page, a bundle of pages or a list of pages. Pages are
/// handed on as they are read; what else a bundle holds beside its list is passed over.
final class TopLevelValue {

  /// Detecting other encodings is off, as it is where pages are read into rows.
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .build();

  private static final String EMPTY_TEXT = "\"\"";

  /// What a list at the top, or the `data` of an object at the top, holds.
  private enum Elements {
    /// Nothing yet that decides it.
    UNKNOWN,
    PAGES,
    /// They stay within their page.
    POSTS
  }

  private final Path file;
  private final RewindableInput input;
  private final RecordHandler records;
  private Elements elements = Elements.UNKNOWN;

  /// What stands before the first element of a list of pages.
  private String listOpening = "";

  /// How many elements have begun.
  private int begun;

  /// Null between elements, and in an element that is not an object.
  private PageInspector element;

  /// Where the present element begins; -1 between elements.
  private long elementStart = -1;

  /// The elements before the first page of a bundle, which are rejected together; null if there
  /// are none.
  private SourcePosition firstBeforePages;

  private RejectionReason reasonBeforePages;
  private long endBeforePages;

  private JsonParser json;

  /// The offset in the content of what the parser counts as its first byte.
  private long parserStart;

  private RejectionReason failure;
  private long failedAt;

  /// @param file for positions
  /// @param input stands on the first bracket, where its record starts
  TopLevelValue(Path file, RewindableInput input, RecordHandler records) {
    this.file = file;
    this.input = input;
    this.records = records;
  }

  /// Reads to the end of the value, or to the first byte that is wrong.
  ///
  /// @return whether the value is whole
  boolean read() throws IOException {
    return read("");
  }

  /// Goes on in a list of pages behind a damaged element.
  ///
  /// @return whether the rest of the value is whole
  boolean resumeAfterElement() throws IOException {
    return read(listOpening + EMPTY_TEXT);
  }

  /// Goes on in a list of pages where an element begins, or might.
  ///
  /// @return whether the rest of the value is whole
  boolean resumeAtElement() throws IOException {
    return read(listOpening);
  }

  /// Whether it is known to be a list or a bundle of pages.
  boolean holdsPages() {
    return elements == Elements.PAGES;
  }

  /// Whether the input's record is a value: the whole of this one or an element, and not what
  /// stands between elements.
  boolean failedInValue() {
    return !holdsPages() || elementStart >= 0;
  }

  /// Why the value is not whole.
  RejectionReason failure() {
    return failure;
  }

  /// Where the value was found not to be whole.
  long failedAt() {
    return failedAt;
  }

  /// The position of a byte in the input's record.
  SourcePosition positionOfFailure(long offset) {
    return position(offset, !holdsPages() ? 0 : elementStart >= 0 ? begun : begun + 1);
  }

  /// @param before what the parser reads first, so that the content continues a valid value
  private boolean read(String before) throws IOException {
    element = null;
    elementStart = -1;
    parserStart = input.offset() - before.length();
    byte[] opening = before.getBytes(StandardCharsets.US_ASCII);
    try (JsonParser parser =
        JSON.createParser(new SequenceInputStream(new ByteArrayInputStream(opening), input))) {
      json = parser;
      if (before.isEmpty()) {
        readValue();
      } else {
        readRest(before.endsWith(EMPTY_TEXT) ? JsonToken.VALUE_STRING : JsonToken.START_ARRAY);
      }
      input.rewind(offset(json.currentLocation()));
      return true;
    } catch (StreamConstraintsException e) {
      fail(RejectionReason.LIMIT_EXCEEDED, json.currentLocation());
    } catch (JsonProcessingException e) {
      fail(RejectionReason.INVALID_JSON, e.getLocation());
    }
    return false;
  }

  private void fail(RejectionReason reason, JsonLocation location) {
    failure = reason;
    failedAt = Math.min(offset(location), input.offset());
    boolean isFirstPage =
        elements == Elements.UNKNOWN
            && element != null
            && element.looksLikePage()
            && !input.isCut();
    if (isFirstPage) {
      becomeBundle();
      input.startRecord(elementStart);
    }
  }

  private void readValue() throws IOException {
    long start = input.recordStart();
    if (json.nextToken() == JsonToken.START_ARRAY) {
      elements = Elements.PAGES;
      listOpening = "[";
      readList();
      return;
    }
    PageInspector value = new PageInspector(json);
    value.inspect(this::readElement);
    if (!holdsPages()) {
      handOn(position(start, 0), offset(json.currentLocation()), Optional.of(value));
    }
  }

  /// What follows a list with damage in it may be a part of the damage, so it is not passed over.
  ///
  /// @param last the last token that does not stand in the content
  private void readRest(JsonToken last) throws IOException {
    while (json.nextToken() != last) {
      // Passes over the opening.
    }
    readList();
    SourcePosition behind = position(offset(json.currentLocation()), 0);
    boolean isMore =
        json.getParsingContext().inObject() && json.nextToken() != JsonToken.END_OBJECT;
    while (!json.getParsingContext().inRoot()) {
      json.nextToken();
    }
    if (isMore) {
      reject(behind, offset(json.currentLocation()), RejectionReason.NOT_A_PAGE);
    }
  }

  private void readList() throws IOException {
    while (json.nextToken() != JsonToken.END_ARRAY) {
      readElement();
    }
  }

  private Optional<PageInspector> readElement() throws IOException {
    elementStart = offset(json.currentTokenLocation());
    begun++;
    if (holdsPages()) {
      input.startRecord(elementStart);
    }
    if (json.hasToken(JsonToken.START_OBJECT)) {
      element = new PageInspector(json);
      element.inspect();
    } else {
      json.skipChildren();
      json.finishToken();
    }
    Optional<PageInspector> read = Optional.ofNullable(element);
    endElement(offset(json.currentLocation()), read);
    element = null;
    elementStart = -1;
    return read;
  }

  private void endElement(long end, Optional<PageInspector> read) {
    if (elements == Elements.UNKNOWN) {
      decide(end, read);
    }
    if (holdsPages()) {
      handOn(position(elementStart, begun), end, read);
      input.startRecord(end);
    }
  }

  /// A bundle is recognised by the first page without an `id` in its `data`.
  private void decide(long end, Optional<PageInspector> read) {
    if (input.isCut() || read.isPresent() && read.get().hasId()) {
      elements = Elements.POSTS;
      return;
    }
    Optional<RejectionReason> reason = rejection(read);
    if (reason.isEmpty()) {
      becomeBundle();
      return;
    }
    if (firstBeforePages == null) {
      firstBeforePages = position(elementStart, begun);
      reasonBeforePages = reason.get();
    }
    endBeforePages = end;
  }

  private void becomeBundle() {
    elements = Elements.PAGES;
    listOpening = "{\"data\":[";
    if (firstBeforePages != null) {
      reject(firstBeforePages, endBeforePages, reasonBeforePages);
    }
  }

  private void handOn(SourcePosition position, long end, Optional<PageInspector> value) {
    if (input.isCut()) {
      reject(position, end, RejectionReason.longerThan(input.longestRecord()));
      return;
    }
    ByteSlice bytes = input.slice(position.offset(), end);
    Optional<RejectionReason> reason = rejection(value);
    if (reason.isEmpty()) {
      records.page(position, bytes, value.orElseThrow().summary());
    } else if (value.isPresent() && !value.get().hasPartOfPage()) {
      records.object(position, bytes, bytes, reason.get());
    } else {
      reject(position, end, reason.get());
    }
  }

  private void reject(SourcePosition position, long end, RejectionReason reason) {
    long offset = position.offset();
    records.rejected(
        new RejectedRecord(position, end - offset, reason, offset), input.slice(offset, end));
  }

  private static Optional<RejectionReason> rejection(Optional<PageInspector> value) {
    return value.isPresent() ? value.get().rejection() : Optional.of(RejectionReason.NOT_AN_OBJECT);
  }

  private SourcePosition position(long offset, int number) {
    return new SourcePosition(file, input.lineAt(offset), number, offset);
  }

  private long offset(JsonLocation location) {
    return parserStart + location.getByteOffset();
  }
}
