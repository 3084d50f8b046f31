package dev.fedbytweets.local.query;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.local.lake.FileFailures;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// What DuckDB says about a file of CSV in many lines, in one.
final class CsvText {

  private CsvText() {}

  /// Reads the file once, unless it is compressed.
  ///
  /// @throws RejectedException if it is not UTF-8, or its lines end in two ways
  static void requireReadable(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".gz") || name.endsWith(".zst")) {
      return;
    }
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      if (hasMixedEnds(reader)) {
        throw new RejectedException(
            "%s has lines that end with CR LF and others with LF: end all with LF".formatted(file));
      }
    } catch (CharacterCodingException e) {
      throw new RejectedException("%s is not UTF-8: write it as UTF-8".formatted(file), e);
    } catch (IOException e) {
      throw new RejectedException("cannot read %s: %s".formatted(file, FileFailures.reason(e)), e);
    }
  }

  /// What is between quotation marks ends no line. Reads to the end.
  private static boolean hasMixedEnds(BufferedReader reader) throws IOException {
    boolean isQuoted = false;
    boolean hasShort = false;
    boolean hasLong = false;
    int before = '\n';
    for (int next = reader.read(); next >= 0; next = reader.read()) {
      if (next == '"') {
        isQuoted = !isQuoted;
      } else if (next == '\n' && !isQuoted) {
        hasLong |= before == '\r';
        hasShort |= before != '\r';
      }
      before = next;
    }
    return hasShort && hasLong;
  }
}
