package dev.fedbytweets.core.config;

import dev.fedbytweets.core.failure.MisconfiguredException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads settings from the environment and gathers every problem, so that a person mends them
/// all at once. Read all settings of a configuration first, then [#build]. Values that are blank
/// count as not set; values never appear in messages, since they may be secret. Not safe for use
/// by several threads.
public final class Settings {

  private final Map<String, String> environment;
  private final List<String> problems = new ArrayList<>();

  /// @param environment usually [System#getenv()]
  public Settings(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /// A text that must be set; empty, and a problem of [#build], if it is not.
  public String text(String name) {
    String text = text(name, "");
    if (text.isEmpty()) {
      problems.add("%s is not set: it must be a text".formatted(name));
    }
    return text;
  }

  /// A text; `fallback` where it is not set.
  public String text(String name, String fallback) {
    return value(name, fallback, "a text", Function.identity());
  }

  /// A whole number from `smallest` to `largest`; `fallback` where it is not set.
  public int number(String name, int fallback, int smallest, int largest) {
    return value(
        name,
        fallback,
        "a whole number from %d to %d".formatted(smallest, largest),
        text -> {
          int number = Integer.parseInt(text);
          if (number < smallest || number > largest) {
            throw new IllegalArgumentException("out of range");
          }
          return number;
        });
  }

  /// A decimal number that is not negative; `fallback` where it is not set.
  public BigDecimal amount(String name, BigDecimal fallback) {
    return value(
        name,
        fallback,
        "a decimal number, 0 or more",
        text -> {
          BigDecimal amount = new BigDecimal(text);
          if (amount.signum() < 0) {
            throw new IllegalArgumentException("negative");
          }
          return amount;
        });
  }

  /// A positive time span in ISO 8601 (`PT30S`); `fallback` where it is not set.
  public Duration duration(String name, Duration fallback) {
    return value(
        name,
        fallback,
        "a positive time span such as PT30S",
        text -> {
          try {
            Duration duration = Duration.parse(text);
            if (duration.isPositive()) {
              return duration;
            }
          } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("no time span", e);
          }
          throw new IllegalArgumentException("not positive");
        });
  }

  /// A time span in ISO 8601 from none (`PT0S`) to `longest`; `fallback` where it is not set.
  public Duration span(String name, Duration fallback, Duration longest) {
    return value(
        name,
        fallback,
        "a time span from PT0S to %s".formatted(longest),
        text -> {
          try {
            Duration span = Duration.parse(text);
            if (!span.isNegative() && span.compareTo(longest) <= 0) {
              return span;
            }
          } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("no time span", e);
          }
          throw new IllegalArgumentException("out of range");
        });
  }

  /// `true` or `false`; `fallback` where it is not set.
  public boolean flag(String name, boolean fallback) {
    return value(
        name,
        fallback,
        "true or false",
        text ->
            switch (text.toLowerCase(Locale.ROOT)) {
              case "true" -> true;
              case "false" -> false;
              default -> throw new IllegalArgumentException("neither true nor false");
            });
  }

  /// An `http` or `https` address; `fallback` where it is not set.
  public URI address(String name, URI fallback) {
    return value(
        name,
        fallback,
        "an http or https address",
        text -> {
          URI address = URI.create(text);
          if (address.getHost() == null
              || !List.of("http", "https").contains(address.getScheme())) {
            throw new IllegalArgumentException("no address");
          }
          return address;
        });
  }

  /// One of a few words; `fallback` where it is not set.
  public <T> T choice(String name, T fallback, Map<String, T> words) {
    return value(
        name,
        fallback,
        "one of " + String.join(", ", words.keySet().stream().sorted().toList()),
        text -> {
          T chosen = words.get(text);
          if (chosen == null) {
            throw new IllegalArgumentException("none of the words");
          }
          return chosen;
        });
  }

  /// Words separated by commas, each once; none where it is not set.
  public Set<String> words(String name) {
    return Pattern.compile(",")
        .splitAsStream(environment.getOrDefault(name, ""))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The same; a word that is not allowed is a problem of [#build].
  ///
  /// @param expected what the words must be
  public Set<String> words(String name, String expected, Predicate<String> isAllowed) {
    Set<String> words = words(name);
    if (!words.stream().allMatch(isAllowed)) {
      problems.add("%s must be %s, separated by commas".formatted(name, expected));
    }
    return words;
  }

  /// The configuration made of what was read.
  ///
  /// @param configuration called only if there was no problem
  /// @throws MisconfiguredException naming every setting that is missing or wrong
  public <T> T build(Supplier<T> configuration) {
    if (!problems.isEmpty()) {
      throw new MisconfiguredException(String.join("; ", problems));
    }
    return configuration.get();
  }

  private <T> T value(String name, T fallback, String expected, Function<String, T> parse) {
    String text = environment.get(name);
    if (text == null || text.isBlank()) {
      return fallback;
    }
    try {
      return parse.apply(text.strip());
    } catch (IllegalArgumentException e) {
      problems.add("%s must be %s".formatted(name, expected));
      return fallback;
    }
  }
}
