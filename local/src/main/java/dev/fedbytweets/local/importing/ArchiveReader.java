package dev.fedbytweets.local.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// Reads the files in an archive, one after another, without unpacking it onto the disk. What
/// [ArchiveEntries] leaves out is passed over. A damaged file in it costs itself; where the archive
/// is damaged so that the next file cannot be found, that is reported and what stood before it goes
/// in.
final class ArchiveReader {

  private static final String UTF_8 = "UTF-8";

  private static final RejectionReason LOCKED =
      RejectionReason.refused(
          "it is encrypted, or compressed in a way that is not read: unpack the archive first");

  private static final RejectionReason REST_IS_LOST =
      RejectionReason.unreadable("the archive is damaged, and files in it are lost");

  private static final RejectionReason DAMAGED =
      RejectionReason.unreadable("it is damaged in the archive");

  private final SourceReader contents;
  private final ContentHandler handler;

  ArchiveReader(SourceReader contents, ContentHandler handler) {
    this.contents = contents;
    this.handler = handler;
  }

  /// Reads a zip file by its directory, in the order of names; as a stream if that is damaged.
  ///
  /// @param file the file of this name; closed if its directory is damaged
  /// @param depth how often what is in it was packed
  void readZip(Path name, SeekableByteChannel file, int depth) throws IOException {
    Optional<ZipFile> zip = open(file);
    if (zip.isPresent()) {
      readByDirectory(name, zip.get(), depth);
    } else {
      try (InputStream again = Files.newInputStream(name)) {
        readZip(name, again, depth);
      }
    }
  }

  /// Reads a zip file as it comes.
  ///
  /// @param depth how often what is in it was packed
  void readZip(Path name, InputStream packed, int depth) throws IOException {
    readAll(name, new ZipArchiveInputStream(packed, UTF_8, true, false, true), depth);
  }

  /// Reads a tar file.
  ///
  /// @param depth how often what is in it was packed
  void readTar(Path name, InputStream packed, int depth) throws IOException {
    readAll(name, new TarArchiveInputStream(packed, UTF_8), depth);
  }

  private static Optional<ZipFile> open(SeekableByteChannel file) {
    try {
      return Optional.of(ZipFile.builder().setSeekableByteChannel(file).get());
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private void readByDirectory(Path name, ZipFile zip, int depth) throws IOException {
    List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
    entries.sort(Comparator.comparing(ZipArchiveEntry::getName));
    Optional<RejectionReason> document =
        entries.stream().flatMap(entry -> ArchiveEntries.refusal(entry).stream()).findFirst();
    if (document.isPresent()) {
      handler.notRead(name, document.get());
      return;
    }
    for (ZipArchiveEntry entry : entries) {
      if (ArchiveEntries.isTaken(entry)) {
        readEntry(name, zip, entry, depth);
      }
    }
  }

  private void readEntry(Path name, ZipFile zip, ZipArchiveEntry entry, int depth)
      throws IOException {
    Path within = ArchiveEntries.path(name, entry);
    if (zip.canReadEntryData(entry)) {
      readEntry(within, new CheckedEntry(zip.getInputStream(entry), entry), depth);
    } else {
      handler.notRead(within, LOCKED);
    }
  }

  private void readAll(Path name, ArchiveInputStream<?> archive, int depth) throws IOException {
    Optional<ArchiveEntry> entry = next(name, archive);
    while (entry.isPresent()) {
      Optional<RejectionReason> document = ArchiveEntries.refusal(entry.get());
      if (document.isPresent()) {
        handler.notRead(name, document.get());
        return;
      }
      if (ArchiveEntries.isTaken(entry.get()) && !readEntry(name, archive, entry.get(), depth)) {
        handler.notRead(name, REST_IS_LOST);
        return;
      }
      entry = next(name, archive);
    }
  }

  private Optional<ArchiveEntry> next(Path name, ArchiveInputStream<?> archive) {
    try {
      return Optional.ofNullable(archive.getNextEntry());
    } catch (IOException | RuntimeException e) {
      handler.notRead(name, REST_IS_LOST);
      return Optional.empty();
    }
  }

  /// @return whether the archive can be read behind it
  private boolean readEntry(Path name, ArchiveInputStream<?> archive, ArchiveEntry entry, int depth)
      throws IOException {
    Path within = ArchiveEntries.path(name, entry);
    if (archive.canReadEntryData(entry)) {
      return readEntry(within, new CheckedEntry(archive, entry), depth);
    }
    handler.notRead(within, LOCKED);
    return true;
  }

  private boolean readEntry(Path within, InputStream packed, int depth) throws IOException {
    DecompressedInput content = new DecompressedInput(packed, () -> 0, () -> DAMAGED);
    contents.read(within, content, depth);
    return !content.isDamaged();
  }
}
