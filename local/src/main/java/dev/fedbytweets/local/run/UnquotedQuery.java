package dev.fedbytweets.local.run;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;

/// Queries that stand in a YAML file without quotes although they hold what means something in
/// YAML: a hashtag begins a comment, and a quoted phrase ends before the words behind it.
final class UnquotedQuery {

  private static final String ADVICE = "put the whole query in quotes, as in query: 'tea #green'";

  private static final Pattern QUERY = Pattern.compile("\\bquery\\s*:");

  /// A query whose first comment begins as a hashtag does, with a letter behind the `#`.
  private static final Pattern WITH_HASHTAG =
      Pattern.compile(
          "^\\s*(?:-\\s+)?query\\s*:(?!\\s*['\"|>])(?:(?!\\s#).)*\\s(#[^\\s#].*)$",
          Pattern.MULTILINE);

  private UnquotedQuery() {}

  /// What YAML takes for a comment, although it looks like a part of a query.
  ///
  /// @param text the file
  /// @return what is wrong, with its line; empty if nothing is
  static Optional<String> cutAtHashtag(String text) {
    Matcher query = WITH_HASHTAG.matcher(text);
    return query.find()
        ? Optional.of(
            "line %d: YAML takes '%s' for a comment: %s"
                .formatted(
                    text.substring(0, query.start(1)).lines().count(), query.group(1), ADVICE))
        : Optional.empty();
  }

  /// What to do about a problem that YAML has with a query.
  ///
  /// @param text the file
  /// @param place of the problem
  /// @return the end of a sentence; empty if the problem is not behind `query:`
  static String advice(String text, Mark place) {
    return text.lines()
        .skip(place.getLine())
        .findFirst()
        .map(QUERY::matcher)
        .filter(query -> query.find() && query.end() < place.getColumn())
        .map(_ -> ": " + ADVICE)
        .orElse("");
  }
}
