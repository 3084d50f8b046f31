package dev.fedbytweets.xstandin.endpoint;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The parameters of a request, decoded, in their order. Of one that is given twice, the last
/// counts.
public final class Parameters {

  private final Map<String, String> values;

  private Parameters(Map<String, String> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  /// @param query what stands after the `?` of an address, still encoded; null if nothing does
  public static Parameters of(String query) {
    Map<String, String> values = new LinkedHashMap<>();
    if (query != null) {
      for (String pair : query.split("&")) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        values.put(decoded(name), decoded(equals < 0 ? "" : pair.substring(equals + 1)));
      }
    }
    values.remove("");
    return new Parameters(values);
  }

  /// @param values decoded, by name
  public static Parameters of(Map<String, String> values) {
    return new Parameters(new LinkedHashMap<>(values));
  }

  private static String decoded(String encoded) {
    return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
  }

  public Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  public Set<String> names() {
    return values.keySet();
  }

  /// Not to be changed.
  public Map<String, String> asMap() {
    return values;
  }
}
