package dev.fedbytweets.local.importing;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/// Which files of an archive are read.
final class ArchiveEntries {

  private static final String TABLE =
      "import the JSON that it was made from, or write each row as a JSON object with the fields"
          + " id, text, created_at and author_id, one on each line";

  /// What archives are that are documents, by a file that only such have.
  private static final Map<String, RejectionReason> DOCUMENTS =
      Map.of(
          "xl/workbook.xml", RejectionReason.refused("it is an Excel file: " + TABLE),
          "[Content_Types].xml", RejectionReason.refused("it is an Excel or Office file: " + TABLE),
          "content.xml", RejectionReason.refused("it is a document of LibreOffice: " + TABLE));

  private ArchiveEntries() {}

  /// What the archive is, if this file in it tells that it is a document.
  static Optional<RejectionReason> refusal(ArchiveEntry entry) {
    return Optional.ofNullable(DOCUMENTS.get(entry.getName()));
  }

  /// Whether it is a file, and neither hidden nor the metadata of a page of a lake.
  static boolean isTaken(ArchiveEntry entry) {
    boolean isFile =
        switch (entry) {
          case TarArchiveEntry tar -> tar.isFile() && !tar.isLink() && !tar.isSymbolicLink();
          case ZipArchiveEntry zip -> !zip.isDirectory() && !zip.isUnixSymlink();
          default -> !entry.isDirectory();
        };
    return isFile
        && !entry.getName().endsWith(LakePage.METADATA_ENDING)
        && Arrays.stream(entry.getName().split("[/\\\\]")).noneMatch(SourceFiles::isHidden);
  }

  /// The path of a file in an archive, for people.
  static Path path(Path archive, ArchiveEntry entry) {
    try {
      return archive.resolve(entry.getName().replaceFirst("^[/\\\\]+", ""));
    } catch (InvalidPathException e) {
      return archive.resolve("(a file whose name cannot be shown)");
    }
  }
}
