package dev.fedbytweets.docker;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The layers of an image that hold files.
///
/// @param parts the content of each, from the lowest
/// @param bytes of each part, unpacked
record Layers(List<ImagePart> parts, Map<ImagePart, Long> bytes) {

  /// Arguments with which the engine prints the input of [#read], the newest layer first.
  static final List<String> HISTORY =
      List.of("history", "--human=false", "--no-trunc", "--format", "{{.Size}} {{.CreatedBy}}");

  Layers {
    parts = List.copyOf(parts);
    bytes = Map.copyOf(bytes);
  }

  static Layers read(String history) {
    List<ImagePart> parts = new ArrayList<>();
    Map<ImagePart, Long> bytes = new EnumMap<>(ImagePart.class);
    for (String line : history.lines().toList().reversed()) {
      String[] words = line.split(" ", 2);
      long size = Long.parseLong(words[0]);
      if (size > 0) {
        ImagePart part = ImagePart.of(words[words.length - 1]);
        parts.add(part);
        bytes.merge(part, size, Long::sum);
      }
    }
    return new Layers(parts, bytes);
  }

  /// Whether there is one layer for each part, in their order; a base may have several.
  boolean inOrder() {
    return parts.stream()
        .dropWhile(part -> part == ImagePart.BASE)
        .toList()
        .equals(
            List.of(ImagePart.LIBRARIES, ImagePart.CODE, ImagePart.ENTRY_POINT, ImagePart.CACHE));
  }

  double megabytes(ImagePart part) {
    return bytes.getOrDefault(part, 0L) / 1e6;
  }

  double megabytes() {
    return bytes.values().stream().mapToLong(Long::longValue).sum() / 1e6;
  }
}
