package dev.fedbytweets.local.importing;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.core.storage.PageKey;
import dev.fedbytweets.core.storage.PageMetadata;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// A page in the folder of another lake, with what is known about it.
///
/// @param key its key there: subject, day, run and number
/// @param body as it is stored, gzipped
/// @param content the same, decompressed
/// @param metadata what is in the file beside it
/// @param original what the page was made of, gzipped; empty if it is as X sent it
record LakePage(
    PageKey key,
    byte[] body,
    ByteSlice content,
    Map<String, String> metadata,
    Optional<byte[]> original) {

  /// How the name of a file ends that holds the metadata of the file beside it.
  static final String METADATA_ENDING = ".meta.json";

  /// The folder of the raw pages in a lake.
  static final String RAW_FOLDER = LakeLayout.RAW.substring(0, LakeLayout.RAW.length() - 1);

  /// The names in a key below the folder of the raw pages.
  private static final int NAMES_IN_KEY = 4;

  private static final ObjectReader TEXTS = new JsonMapper().readerForMapOf(String.class);

  /// Whether a folder is a lake.
  static boolean isLake(Path folder) {
    boolean hasCatalog = Files.exists(folder.resolve("catalog.db"));
    return Files.isDirectory(folder.resolve(RAW_FOLDER))
        ? hasCatalog || Files.isDirectory(folder.resolve("state"))
        : hasCatalog && Files.exists(folder.resolve(".lock"));
  }

  /// Whether a file holds the metadata of a page of a lake.
  static boolean isMetadata(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(METADATA_ENDING)
        && key(file.resolveSibling(name.substring(0, name.length() - METADATA_ENDING.length())))
            .isPresent();
  }

  /// The key that the path of a file spells, if it lies where a page of a lake does, and its
  /// metadata beside it.
  static Optional<PageKey> keyOf(Path file) {
    return key(file).filter(key -> Files.isRegularFile(metadata(file)));
  }

  /// Reads a page of a lake.
  ///
  /// @param longest how many bytes it may have
  /// @return empty if it is none, or is not as it was when it was stored
  static Optional<LakePage> read(Path file, int longest) throws IOException {
    Optional<PageKey> key = keyOf(file);
    if (key.isEmpty() || Files.size(file) > longest) {
      return Optional.empty();
    }
    try {
      byte[] body = Files.readAllBytes(file);
      byte[] content = new GZIPInputStream(new ByteArrayInputStream(body)).readNBytes(longest);
      ByteSlice slice = new ByteSlice(content, 0, content.length);
      Map<String, String> metadata = TEXTS.readValue(metadata(file).toFile());
      boolean isWhole =
          PageMetadata.presentSha256(metadata).filter(slice.sha256()::equals).isPresent();
      return isWhole
          ? Optional.of(new LakePage(key.get(), body, slice, metadata, original(file, key.get())))
          : Optional.empty();
    } catch (JacksonException | RejectedException | ZipException | EOFException e) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> original(Path file, PageKey key) throws IOException {
    Path lake = file.toAbsolutePath();
    for (int i = 0; i <= NAMES_IN_KEY; i++) {
      lake = lake.getParent();
    }
    Path original = lake.resolve(LakeLayout.original(key));
    return Files.isRegularFile(original)
        ? Optional.of(Files.readAllBytes(original))
        : Optional.empty();
  }

  private static Optional<PageKey> key(Path file) {
    Path path = file.toAbsolutePath().normalize();
    int names = path.getNameCount();
    if (names <= NAMES_IN_KEY) {
      return Optional.empty();
    }
    String name = path.subpath(names - NAMES_IN_KEY, names).toString();
    try {
      return Optional.of(PageKey.ofFileName(name.replace('\\', '/')));
    } catch (RejectedException e) {
      return Optional.empty();
    }
  }

  private static Path metadata(Path file) {
    return file.resolveSibling(file.getFileName() + METADATA_ENDING);
  }
}
