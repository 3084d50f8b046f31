package dev.fedbytweets.local.lake;

import dev.fedbytweets.core.failure.MisconfiguredException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Lists the keys of a local object store in the order of their UTF-8 bytes. Folders are read as
/// the stream reaches them, so that a listing that is broken off early costs little.
///
/// @param root of the store
/// @param prefix what the keys start with
/// @param after the key that all listed keys come after; empty for all
record KeyListing(Path root, String prefix, String after) {

  private static final Comparator<String> BYTES =
      (a, b) ->
          Arrays.compareUnsigned(
              a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

  /// The keys, sorted.
  ///
  /// @throws MisconfiguredException if a folder cannot be read
  Stream<String> keys() {
    String folder = prefix.substring(0, prefix.lastIndexOf('/') + 1);
    return below(folder);
  }

  private Stream<String> below(String folder) {
    return children(folder).stream()
        .filter(this::mayHoldKeys)
        .flatMap(name -> name.endsWith("/") ? below(name) : Stream.of(name));
  }

  private boolean mayHoldKeys(String name) {
    boolean hasPrefix = name.startsWith(prefix) || name.endsWith("/") && prefix.startsWith(name);
    boolean isAfter =
        BYTES.compare(name, after) > 0 || name.endsWith("/") && after.startsWith(name);
    return hasPrefix && isAfter;
  }

  /// The keys of the files in a folder, and of its folders with a `/` at their end, in which place
  /// they sort like the keys below them.
  private List<String> children(String folder) {
    try (Stream<Path> children = Files.list(root.resolve(folder))) {
      return children
          .filter(child -> isObject(child.getFileName().toString()))
          .map(child -> folder + child.getFileName() + (Files.isDirectory(child) ? "/" : ""))
          .sorted(BYTES)
          .toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new MisconfiguredException(
          "cannot list %s: %s".formatted(root.resolve(folder), FileFailures.reason(e)), e);
    }
  }

  private static boolean isObject(String name) {
    return !name.startsWith(".") && !name.endsWith(LocalObjectStore.METADATA_ENDING);
  }
}
