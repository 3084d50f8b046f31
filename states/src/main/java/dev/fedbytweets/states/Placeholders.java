package dev.fedbytweets.states;

import dev.fedbytweets.core.failure.RejectedException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fills the `${name}` of a definition, as Terraform's `templatefile` does.
final class Placeholders {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)\\}");

  private Placeholders() {}

  /// @param text a JSON text in which placeholders stand within strings
  /// @param values what to put for each name, unescaped
  /// @throws RejectedException if a placeholder has no value, or a value no placeholder
  static String fill(String text, Map<String, String> values) {
    Set<String> unused = new TreeSet<>(values.keySet());
    String filled =
        PLACEHOLDER
            .matcher(text)
            .replaceAll(
                found -> {
                  String name = found.group(1);
                  unused.remove(name);
                  if (!values.containsKey(name)) {
                    throw new RejectedException(
                        "state machine: no value for the placeholder '${%s}'".formatted(name));
                  }
                  return Matcher.quoteReplacement(withinQuotes(values.get(name)));
                });
    if (!unused.isEmpty()) {
      throw new RejectedException(
          "state machine: no placeholder for the values of %s".formatted(unused));
    }
    return filled;
  }

  private static String withinQuotes(String value) {
    String quoted = Json.text(Json.ofText(value));
    return quoted.substring(1, quoted.length() - 1);
  }
}
