package dev.fedbytweets.bench.cli;

import dev.fedbytweets.bench.rounds.Cpus;
import dev.fedbytweets.bench.rounds.LakeProgram;
import dev.fedbytweets.local.lake.LakeDirectory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A command that people type and wait for.
///
/// @param name as it is shown
/// @param words the command and its arguments, without the lake
public record Question(String name, List<String> words) {

  /// The SQL of [#LANGUAGES]; what it reads stands in the place of `%s`.
  static final String LANGUAGES_SQL =
      "SELECT lang, count(*) AS posts FROM %s GROUP BY lang ORDER BY posts DESC, lang";

  static final Question HELP = of("--help", "--help");
  static final Question ONE = of("query \"SELECT 1\"", "query", "SELECT 1");
  public static final Question LANGUAGES =
      of("query, posts by language", "query", LANGUAGES_SQL.formatted("silver.tweets"));

  /// All that are measured.
  static final List<Question> ALL =
      List.of(
          HELP,
          ONE,
          LANGUAGES,
          of("status", "status"),
          of("tables", "tables"),
          of("tables silver.tweets --files", "tables", "silver.tweets", "--files"));

  private static Question of(String name, String... words) {
    return new Question(name, List.of(words));
  }

  /// The command for a lake.
  ///
  /// @param options more of its options
  public LakeProgram program(Path launcher, LakeDirectory lake, String... options) {
    List<Object> arguments = new ArrayList<>(words);
    if (!equals(HELP)) {
      arguments.addAll(List.of("--dir", lake.root()));
    }
    arguments.addAll(List.of(options));
    return LakeProgram.of(name, launcher, Cpus.ALL, arguments.toArray());
  }
}
