package dev.fedbytweets.local.importing;

import dev.fedbytweets.local.importing.format.PageDraft;
import dev.fedbytweets.local.importing.format.SourceFormats.Recognised;
import dev.fedbytweets.local.importing.format.SourceKind;
import java.io.ByteArrayOutputStream;
import java.util.Optional;

/// A page that is being made of objects of one kind that were retrieved at one time.
final class OpenPage {

  private static final int MOST_ROWS = 500;
  private static final int MOST_BYTES = 2 << 20;

  private final Key key;
  private final PageDraft draft;
  private final ByteArrayOutputStream original = new ByteArrayOutputStream();

  /// What the objects of a page have in common.
  record Key(SourceKind kind, Optional<String> retrievedAt) {

    static Key of(Recognised object) {
      return new Key(object.kind(), object.retrievedAt());
    }
  }

  OpenPage(Key key, PageDraft draft) {
    this.key = key;
    this.draft = draft;
  }

  /// What its objects have in common.
  Key key() {
    return key;
  }

  /// The bytes of the objects in it.
  int bytes() {
    return original.size();
  }

  /// Whether another object may come in.
  boolean hasRoomFor(ByteSlice bytes) {
    return draft.rows() < MOST_ROWS && bytes() + bytes.length() <= MOST_BYTES;
  }

  void add(ByteSlice bytes, Recognised object) {
    object.conversion().accept(draft);
    addOriginal(bytes);
  }

  /// Adds what came with the posts.
  void add(AcademicPair includes) {
    includes.addTo(draft);
    addOriginal(includes.bytes());
  }

  AssembledPage toPage() {
    return new AssembledPage(
        draft, draft.toPage(key.retrievedAt()), key.kind(), original.toByteArray());
  }

  private void addOriginal(ByteSlice bytes) {
    if (bytes() > 0) {
      original.write('\n');
    }
    original.write(bytes.bytes(), bytes.from(), bytes.length());
  }
}
