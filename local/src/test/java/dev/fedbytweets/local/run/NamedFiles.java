package dev.fedbytweets.local.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// Searches a lake's folder for identifiers without anything of ours, for tests.
public final class NamedFiles {

  private static final Pattern DIGITS = Pattern.compile("[0-9]{8,20}");

  private NamedFiles() {}

  /// The files in which any of these stands, as DuckDB reads the Parquet files and as bytes say
  /// that are inflated where they are compressed.
  public static Set<String> of(Path lake, Set<String> identifiers)
      throws IOException, SQLException {
    Set<String> named = new HashSet<>();
    List<String> parquet = new ArrayList<>();
    try (Stream<Path> files = Files.walk(lake)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (file.toString().endsWith(".parquet")) {
          parquet.add("'" + file + "'");
        }
        if (holdsAny(text(file), identifiers)) {
          named.add(lake.relativize(file).toString());
        }
      }
    }
    for (String file : parquet) {
      String values =
          "SELECT string_agg(CAST(t AS VARCHAR), ' ') FROM read_parquet(%s) t".formatted(file);
      try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
          Statement statement = duckdb.createStatement();
          ResultSet result = statement.executeQuery(values)) {
        result.next();
        if (holdsAny(String.valueOf(result.getString(1)), identifiers)) {
          named.add(file);
        }
      }
    }
    return named;
  }

  private static boolean holdsAny(String text, Set<String> identifiers) {
    return DIGITS.matcher(text).results().anyMatch(run -> identifiers.contains(run.group()));
  }

  private static String text(Path file) {
    try (InputStream stream = Files.newInputStream(file);
        InputStream inflated =
            file.toString().endsWith(".gz") ? new GZIPInputStream(stream) : stream) {
      return new String(inflated.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
