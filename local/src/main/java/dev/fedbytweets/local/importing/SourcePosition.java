package dev.fedbytweets.local.importing;

import java.nio.file.Path;
import java.util.Objects;

/// A position in a file; in a compressed file, in its decompressed content.
///
/// @param file as it was named, or found in a folder or archive that was named; not null
/// @param line from 1; 0 for the file as a whole
/// @param element the number of the element in a bundle or a list of pages, from 1; 0 outside of
///     one
/// @param offset in bytes, from 0
public record SourcePosition(Path file, long line, int element, long offset) {

  public SourcePosition {
    Objects.requireNonNull(file, "file");
  }

  /// A file as a whole.
  static SourcePosition ofFile(Path file) {
    return new SourcePosition(file, 0, 0, 0);
  }

  /// For a person: `pages.jsonl, line 7 (byte 90210)`.
  @Override
  public String toString() {
    if (line == 0) {
      return file.toString();
    }
    String element = element() == 0 ? "" : ", page " + element();
    return "%s, line %d%s (byte %d)".formatted(file, line, element, offset);
  }
}
