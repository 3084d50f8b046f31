package dev.fedbytweets.togold;

import dev.fedbytweets.core.config.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// What the page shows beside what is in the lake.
///
/// @param language `LAKE_PAGE_LANGUAGE`: the one that it opens in, `en` or `pt`; `en` if not set
/// @param caps `LAKE_MONTHLY_POSTS`: how many posts of a subject may be read in a month, where
///     there is a limit, as `coffee=5000,tea=20000`; none if not set
public record PageSettings(String language, Map<String, Long> caps) {

  private static final Map<String, String> LANGUAGES = Map.of("en", "en", "pt", "pt");

  public PageSettings {
    Objects.requireNonNull(language, "language");
    caps = Map.copyOf(caps);
  }

  /// Reads them as a part of a larger configuration; what is wrong is gathered by `settings`. A
  /// limit that is no number is not shown.
  public static PageSettings read(Settings settings) {
    Map<String, Long> caps = new HashMap<>();
    for (String cap : settings.words("LAKE_MONTHLY_POSTS")) {
      int equals = cap.lastIndexOf('=');
      String number = cap.substring(equals + 1).strip();
      if (equals > 0 && number.matches("[0-9]{1,15}")) {
        caps.put(cap.substring(0, equals).strip(), Long.valueOf(number));
      }
    }
    return new PageSettings(settings.choice("LAKE_PAGE_LANGUAGE", "en", LANGUAGES), caps);
  }

  /// The same with other limits.
  public PageSettings withCaps(Map<String, Long> others) {
    return new PageSettings(language, others);
  }
}
