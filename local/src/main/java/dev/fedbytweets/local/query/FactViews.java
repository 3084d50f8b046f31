package dev.fedbytweets.local.query;

import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.local.lake.Lake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The views `facts.*`: facts of others that were put into the lake, each a Parquet file.
///
/// @param facts those that may be asked
record FactViews(List<Fact> facts) {

  private static final String SCHEMA = "facts";

  /// @param path the file, absolute
  record Fact(String name, String path) {

    /// The file as DuckDB asks for it.
    String pattern() {
      return FactFile.pattern(path);
    }

    /// The statement that creates the view. It fails if the file is damaged.
    String sql() {
      return "CREATE VIEW %s.%s AS SELECT * FROM read_parquet(%s)"
          .formatted(SCHEMA, SqlLiteral.name(name), SqlLiteral.of(pattern()));
    }
  }

  FactViews {
    facts = List.copyOf(facts);
  }

  /// The views for a text of SQL: of the facts that it names, or of all if it
  /// lists tables. A folder whose name is no name of a fact, or that has no file, is none.
  ///
  /// @param sql empty for all that may be asked
  static FactViews of(Lake lake, String sql) {
    String text = sql.toLowerCase(Locale.ROOT);
    boolean isAll = text.isEmpty() || NamedTables.areListed(text);
    if (!isAll && !text.contains(SCHEMA)) {
      return new FactViews(List.of());
    }
    Path root = lake.directory().root().toAbsolutePath();
    return new FactViews(
        lake.store().folders(LakeLayout.FACTS).stream()
            .filter(FactFile::isName)
            .filter(name -> isAll || text.contains(name))
            .map(name -> new Fact(name, root.resolve(LakeLayout.fact(name)).toString()))
            .filter(fact -> Files.isRegularFile(Path.of(fact.path())))
            .toList());
  }

  /// The files, and their paths as DuckDB asks for them.
  Stream<String> paths() {
    return facts.stream().flatMap(fact -> Stream.of(fact.path(), fact.pattern()));
  }
}
