package dev.fedbytweets.local.importing.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// All formats, and which of them an object has.
public final class SourceFormats {

  private static final List<SourceFormat> ALL =
      List.of(
          new ArchivePost(),
          new LegacyPost(),
          new LegacyPostList(),
          new LegacyUser(),
          new FlatPost(),
          new FlatUser(),
          new IncludesObject());

  private SourceFormats() {}

  /// An object of a known format.
  ///
  /// @param retrievedAt when X answered, as the object has it; empty if it does not say
  /// @param conversion adds what the object holds to a page; once, for it may change the object
  public record Recognised(
      SourceKind kind, Optional<String> retrievedAt, Consumer<PageDraft> conversion) {}

  /// An object with the first format that it has; empty if it has none.
  public static Optional<Recognised> recognise(ObjectNode json) {
    for (SourceFormat format : ALL) {
      if (format.matches(json)) {
        Optional<String> retrievedAt = JsonFields.text(json.path("__twarc"), "retrieved_at");
        return Optional.of(
            new Recognised(format.kind(json), retrievedAt, draft -> format.convert(json, draft)));
      }
    }
    return Optional.empty();
  }
}
