package dev.fedbytweets.docker;

import java.util.Arrays;

/// The content of an image's layers, from the lowest; the top changes most often.
enum ImagePart {
  BASE("base", ""),
  LIBRARIES("libraries", "/var/task/lib"),
  CODE("code", "/var/task/app"),
  ENTRY_POINT("entry point", "/var/task/entrypoint"),
  CACHE("cache", "/var/task/function.aot");

  private final String label;
  private final String path;

  ImagePart(String label, String path) {
    this.label = label;
    this.path = path;
  }

  String label() {
    return label;
  }

  /// The content of a layer.
  ///
  /// @param createdBy the instruction of the Dockerfile, as the image's history tells it
  static ImagePart of(String createdBy) {
    if (!createdBy.contains("COPY")) {
      return BASE;
    }
    return Arrays.stream(values())
        .filter(part -> part != BASE && createdBy.contains(part.path))
        .findFirst()
        .orElse(BASE);
  }
}
