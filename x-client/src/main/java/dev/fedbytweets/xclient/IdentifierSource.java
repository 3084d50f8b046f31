package dev.fedbytweets.xclient;

import java.util.function.LongConsumer;

/// Identifiers that are read as they are needed, each time the same ones in the same order as long
/// as nobody changes where they come from.
@FunctionalInterface
public interface IdentifierSource {

  /// Gives all of them.
  void forEach(LongConsumer identifiers);
}
