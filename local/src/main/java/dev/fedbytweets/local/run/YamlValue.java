package dev.fedbytweets.local.run;

import dev.fedbytweets.core.failure.MisconfiguredException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// A value in a YAML file that knows where it stands. What is wrong with it is reported with line
/// and column, which count from 1.
///
/// @param name of the field that holds the value, for messages
/// @param node the value
record YamlValue(String name, Node node) {

  /// The whole of a file.
  ///
  /// @throws MisconfiguredException if it is not YAML, or empty
  static YamlValue parse(String text) {
    try {
      Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
      if (root == null) {
        throw new MisconfiguredException("line 1: it is empty");
      }
      return new YamlValue("the file", root);
    } catch (MarkedYAMLException e) {
      throw wrong(
          e.getProblemMark(), e.getProblem() + UnquotedQuery.advice(text, e.getProblemMark()));
    } catch (YAMLException e) {
      throw new MisconfiguredException("it is not YAML: " + e.getMessage(), e);
    }
  }

  /// Says what is wrong with the value.
  MisconfiguredException wrong(String problem) {
    return wrong(node.getStartMark(), problem);
  }

  /// The value of a field; empty if the field is not there or null.
  Optional<YamlValue> field(String field) {
    return fields().stream()
        .filter(tuple -> key(tuple).equals(field))
        .map(tuple -> new YamlValue(field, tuple.getValueNode()))
        .filter(value -> !value.node.getTag().equals(Tag.NULL))
        .findFirst();
  }

  /// Checks that there are no other fields than these, and each once.
  void requireFields(Set<String> known) {
    Set<String> seen = new TreeSet<>();
    for (NodeTuple tuple : fields()) {
      YamlValue key = new YamlValue(name, tuple.getKeyNode());
      if (!known.contains(key(tuple))) {
        throw key.wrong(
            "'%s' is not known here: it is one of %s"
                .formatted(key(tuple), String.join(", ", new TreeSet<>(known))));
      }
      if (!seen.add(key(tuple))) {
        throw key.wrong("'%s' is there twice".formatted(key(tuple)));
      }
    }
  }

  /// The values of a list.
  List<YamlValue> elements() {
    if (node instanceof SequenceNode list) {
      return list.getValue().stream().map(element -> new YamlValue(name, element)).toList();
    }
    throw wrong("%s wants a list".formatted(name));
  }

  /// A text; a number is one too.
  String text() {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw wrong("%s wants a text".formatted(name));
  }

  int wholeNumber() {
    try {
      return Integer.parseInt(text());
    } catch (NumberFormatException e) {
      throw wrong("%s wants a whole number, but it is '%s'".formatted(name, text()));
    }
  }

  /// `true` or `false`.
  boolean flag() {
    return switch (text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong("%s wants true or false, but it is '%s'".formatted(name, text()));
    };
  }

  /// An amount of money, not negative.
  BigDecimal amount() {
    try {
      BigDecimal amount = new BigDecimal(text());
      if (amount.signum() >= 0) {
        return amount;
      }
    } catch (NumberFormatException e) {
      // the same message
    }
    throw wrong("%s wants an amount such as 10 or 2.50, but it is '%s'".formatted(name, text()));
  }

  /// A time span as a text, not negative.
  String timeSpan(Duration longest) {
    try {
      Duration span = Duration.parse(text());
      if (!span.isNegative() && span.compareTo(longest) <= 0) {
        return text();
      }
    } catch (DateTimeParseException e) {
      // the same message
    }
    throw wrong(
        "%s wants a time span from PT0S to %s, such as PT1M, but it is '%s'"
            .formatted(name, longest, text()));
  }

  private static MisconfiguredException wrong(Mark place, String problem) {
    return new MisconfiguredException(
        "line %d, column %d: %s".formatted(place.getLine() + 1, place.getColumn() + 1, problem));
  }

  private List<NodeTuple> fields() {
    if (node instanceof MappingNode mapping) {
      return mapping.getValue();
    }
    throw wrong("%s wants fields, such as 'name: coffee'".formatted(name));
  }

  private static String key(NodeTuple tuple) {
    return new YamlValue("a field's name", tuple.getKeyNode()).text();
  }
}
