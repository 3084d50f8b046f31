package dev.fedbytweets.local.query;

import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.local.lake.FileFailures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The queries that are shipped with the lake, each in a file `<name>.sql`.
public final class ShippedQueries {

  private static final String ENDING = ".sql";

  private ShippedQueries() {}

  /// The queries of a folder, sorted by name.
  ///
  /// @throws RejectedException if there are none, or one does not begin with its question
  /// @throws MisconfiguredException if the folder or a file in it cannot be read
  public static List<ShippedQuery> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<ShippedQuery> queries =
          files
              .filter(file -> file.getFileName().toString().endsWith(ENDING))
              .sorted()
              .map(ShippedQueries::read)
              .toList();
      if (queries.isEmpty()) {
        throw new RejectedException("there are no queries in " + folder);
      }
      return queries;
    } catch (IOException e) {
      throw new MisconfiguredException(
          "cannot read the queries in %s: %s".formatted(folder, FileFailures.reason(e)), e);
    }
  }

  /// A query that is packaged with this program.
  ///
  /// @param name without ending
  /// @throws RejectedException if there is none of this name
  public static ShippedQuery packaged(String name) {
    String resource = "/queries/" + name + ENDING;
    try (InputStream file = ShippedQueries.class.getResourceAsStream(resource)) {
      if (file == null) {
        throw new RejectedException("no query is called '%s'".formatted(name));
      }
      return ShippedQuery.parse(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new MisconfiguredException("cannot read %s: %s".formatted(resource, e), e);
    }
  }

  private static ShippedQuery read(Path file) {
    String fileName = file.getFileName().toString();
    String name = fileName.substring(0, fileName.length() - ENDING.length());
    try {
      return ShippedQuery.parse(name, Files.readString(file));
    } catch (IOException e) {
      throw new MisconfiguredException(
          "cannot read %s: %s".formatted(file, FileFailures.reason(e)), e);
    }
  }
}
