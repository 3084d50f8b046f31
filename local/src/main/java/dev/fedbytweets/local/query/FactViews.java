package dev.fedbytweets.local.query;

import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.local.lake.Lake;
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
  record Fact(String name, String path) {}

  FactViews {
    facts = List.copyOf(facts);
  }

  /// The views for a text of SQL: none if the text does not name their schema.
  ///
  /// @param sql empty for all that may be asked
  static FactViews of(Lake lake, String sql) {
    if (!sql.isEmpty() && !sql.toLowerCase(Locale.ROOT).contains(SCHEMA)) {
      return new FactViews(List.of());
    }
    Path root = lake.directory().root().toAbsolutePath();
    return new FactViews(
        lake.store().folders(LakeLayout.FACTS).stream()
            .map(name -> new Fact(name, root.resolve(LakeLayout.fact(name)).toString()))
            .toList());
  }

  /// The files, and their paths as DuckDB asks for them, which reads every path as a pattern.
  Stream<String> paths() {
    return facts.stream().flatMap(fact -> Stream.of(fact.path(), pattern(fact)));
  }

  /// The statements that create the views.
  List<String> sql() {
    return facts.stream()
        .map(
            fact ->
                "CREATE VIEW %s.%s AS SELECT * FROM read_parquet(%s)"
                    .formatted(SCHEMA, fact.name(), SqlLiteral.of(pattern(fact))))
        .toList();
  }

  private static String pattern(Fact fact) {
    return fact.path().replaceAll("[\\[*?]", "[$0]");
  }
}
