package dev.fedbytweets.local.lake;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.model.Layer;
import dev.fedbytweets.core.storage.LakeLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where things are in the folder of a local lake. Beside what is named here, the keys of objects
/// are paths in it, as in the bucket on AWS.
///
/// @param root the folder, absolute; links are followed, so that a lake has one name
public record LakeDirectory(Path root) {

  /// The folder of a lake, unless another is named.
  public static final Path USUAL = Path.of("lake-data");

  private static final String CATALOG = "catalog.db";

  private static final Pattern SCHEME = Pattern.compile("^file:(//(?=/))?");

  /// A file of a table, by its place below the root.
  private static final Pattern FILE_OF_TABLE =
      Pattern.compile(
          Arrays.stream(Layer.values())
              .map(LakeLayout::tables)
              .collect(Collectors.joining("|", ".*/((?:", ")[^/]+/(?:data|metadata)/.+)")),
          Pattern.DOTALL);

  public LakeDirectory {
    root = withoutLinks(root.toAbsolutePath());
  }

  /// The catalog of the tables, a SQLite file that Iceberg's JDBC catalogs read.
  public Path catalog() {
    return root.resolve(CATALOG);
  }

  /// The lake that a command in a folder means: `lake-data` in it, else the nearest lake above: one
  /// that the folder is in, or `lake-data` beside it. If there is none, `lake-data` in the folder.
  public static LakeDirectory nearest(Path folder) {
    Path here = folder.toAbsolutePath();
    if (!Files.exists(here.resolve(USUAL))) {
      for (Path above = here; above != null; above = above.getParent()) {
        if (Files.exists(above.resolve(CATALOG))) {
          return new LakeDirectory(above);
        }
        LakeDirectory beside = new LakeDirectory(above.resolve(USUAL));
        if (beside.holdsLake()) {
          return beside;
        }
      }
    }
    return new LakeDirectory(here.resolve(USUAL));
  }

  /// Whether a lake is here, of whatever parts.
  public boolean holdsLake() {
    return Stream.concat(
            Stream.of(catalog(), root.resolve(LakeLayout.RAW), root.resolve(LakeLayout.STATE)),
            Arrays.stream(Layer.values()).map(layer -> root.resolve(LakeLayout.tables(layer))))
        .anyMatch(Files::exists);
  }

  /// @throws RejectedException if no lake is here
  public void requireLake() {
    if (!holdsLake()) {
      throw new RejectedException(
          "there is no lake in %s: make one with 'demo', 'import' or 'run', or name its folder with --dir"
              .formatted(root));
    }
  }

  /// A command for this lake, as a person has to type it here.
  public TypedCommand command(String command) {
    return TypedCommand.of(command, this);
  }

  /// The log of the commands and of the functions that they run.
  public Path log() {
    return root.resolve("lake.log");
  }

  /// Held by the process that changes the lake.
  Path lock() {
    return root.resolve(".lock");
  }

  /// Holds files that are being written, until they are moved to their place.
  Path unfinished() {
    return root.resolve(".unfinished");
  }

  /// The root of the lake as Iceberg names it.
  String warehouse() {
    return location(root);
  }

  /// A file or folder as Iceberg names it.
  static String location(Path path) {
    return "file://" + path;
  }

  /// The path that a location in the tables' metadata names, as it was when the lake was there. We
  /// write `file:///folder/file`, engines that use Hadoop `file:/folder/file`, others the path
  /// alone; none of them escapes characters.
  static Path named(String location) {
    return Path.of(SCHEME.matcher(location).replaceFirst(""));
  }

  /// The file that a location in the tables' metadata names. Files of tables are always in this
  /// folder, also if they were written before the lake was moved or copied here.
  public Path file(String location) {
    Path path = named(location);
    Matcher file = FILE_OF_TABLE.matcher(path.toString());
    return file.matches() ? root.resolve(file.group(1)) : path;
  }

  /// The folder of a table that its metadata names, in the same way.
  ///
  /// @param location with or without a slash at its end
  Path table(String location) {
    return file(named(location).resolve("data/any").toString()).getParent().getParent();
  }

  private static Path withoutLinks(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      Path above = path.getParent();
      return above == null ? path : withoutLinks(above).resolve(path.getFileName()).normalize();
    }
  }
}
