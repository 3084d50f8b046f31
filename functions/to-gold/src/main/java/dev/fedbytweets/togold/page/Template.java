package dev.fedbytweets.togold.page;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A file with places `${name}`. What is put into them is not searched for places.
final class Template {

  private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z-]+)}");

  private Template() {}

  /// @param resource the file's name
  static String filled(String resource, Map<String, String> values) {
    return PLACE
        .matcher(Resources.text(resource))
        .replaceAll(
            place ->
                Matcher.quoteReplacement(
                    Objects.requireNonNull(values.get(place.group(1)), place.group())));
  }
}
