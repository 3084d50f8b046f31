package dev.fedbytweets.local.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/// Takes what a file holds, decompressed and unpacked.
interface ContentHandler {

  /// Takes the content of a file, or of a file in an archive.
  ///
  /// @param name for positions
  /// @param content throws a [DamagedInputException] where something is lost, and may go on
  /// @throws IOException if it cannot be read
  void content(Path name, InputStream content) throws IOException;

  /// Takes note that a file, or a file in an archive, is not read.
  void notRead(Path name, RejectionReason reason);
}
