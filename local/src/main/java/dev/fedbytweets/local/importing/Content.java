package dev.fedbytweets.local.importing;

import java.util.Optional;

/// The bytes of a file, decompressed.
interface Content {

  /// Reads as [java.io.InputStream#read(byte[], int, int)] does. Damage ends the content.
  int read(byte[] bytes, int offset, int length);

  /// Why the content ended too early, known once its end was reached; empty if it did not.
  Optional<Defect> damage();
}
