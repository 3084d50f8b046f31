package dev.fedbytweets.docker;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The layers of an image that hold files.
///
/// @param parts what each holds, from the lowest
/// @param bytes of each part, unpacked
record Layers(List<Part> parts, Map<Part, Long> bytes) {

  /// Has the engine print what [#read] reads, the newest layer first.
  static final List<String> HISTORY =
      List.of("history", "--human=false", "--no-trunc", "--format", "{{.Size}} {{.CreatedBy}}");

  Layers {
    parts = List.copyOf(parts);
    bytes = Map.copyOf(bytes);
  }

  static Layers read(String history) {
    List<Part> parts = new ArrayList<>();
    Map<Part, Long> bytes = new EnumMap<>(Part.class);
    for (String line : history.lines().toList().reversed()) {
      String[] words = line.split(" ", 2);
      long size = Long.parseLong(words[0]);
      if (size > 0) {
        Part part = Part.of(words[words.length - 1]);
        parts.add(part);
        bytes.merge(part, size, Long::sum);
      }
    }
    return new Layers(parts, bytes);
  }

  /// Whether there is one layer for each part, in their order; a base may have several.
  boolean inOrder() {
    return parts.stream()
        .dropWhile(part -> part == Part.BASE)
        .toList()
        .equals(List.of(Part.LIBRARIES, Part.CODE, Part.ENTRY_POINT, Part.CACHE));
  }

  double megabytes(Part part) {
    return bytes.getOrDefault(part, 0L) / 1e6;
  }

  double megabytes() {
    return bytes.values().stream().mapToLong(Long::longValue).sum() / 1e6;
  }
}
