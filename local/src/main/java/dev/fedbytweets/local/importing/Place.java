package dev.fedbytweets.local.importing;

import java.nio.file.Path;
import java.util.Objects;

/// Where in a file something stands; of a compressed file in its content.
///
/// @param file as it was named, or found in a folder that was named; not null
/// @param line from 1
/// @param element of a bundle or a list of pages the how-manieth, from 1; 0 where there is no
///     list
/// @param offset in bytes, from 0
public record Place(Path file, long line, int element, long offset) {

  public Place {
    Objects.requireNonNull(file, "file");
  }

  /// For a person: `pages.jsonl, line 7 (byte 90210)`.
  @Override
  public String toString() {
    String element = element() == 0 ? "" : ", page " + element();
    return "%s, line %d%s (byte %d)".formatted(file, line, element, offset);
  }
}
