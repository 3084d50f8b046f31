package dev.fedbytweets.local.importing.format;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// A shape in which posts or users are kept, other than response pages.
interface SourceFormat {

  /// Which shape an object of this format has, as the metadata of pages name it.
  SourceKind kind(ObjectNode json);

  /// Whether an object has this shape.
  boolean matches(ObjectNode json);

  /// Adds the posts or users of an object with this shape.
  void convert(ObjectNode json, PageDraft draft);
}
