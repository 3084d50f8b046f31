package dev.fedbytweets.forget;

import dev.fedbytweets.core.failure.RejectedException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Identifiers of posts or users as people write them down, one in each line.
public final class Identifiers {

  private static final Pattern IDENTIFIER = Pattern.compile("[1-9][0-9]{0,18}");
  private static final Pattern LINK =
      Pattern.compile(
          "(?:https?://)?(?:(?:www|mobile)\\.)?(?:x|twitter)\\.com/(?:i/web|[^/\\s]+)/"
              + "status(?:es)?/([1-9][0-9]{0,18})(?:[/?#]\\S*)?");
  private static final Pattern NAME = Pattern.compile("@?[A-Za-z0-9_]{1,15}");
  private static final int MOST_LINES_NAMED = 5;

  private Identifiers() {}

  /// Reads identifiers of posts, or links to them. Blank lines and spaces around an identifier do
  /// not count, nor does an identifier that comes again.
  ///
  /// @param source what is read, for messages
  /// @throws RejectedException naming the lines that hold something else, or if there is none
  public static List<String> ofPosts(String source, List<String> lines) {
    return read(source, withoutMark(lines).stream().map(Identifiers::withoutLink).toList(), "");
  }

  /// Reads identifiers of users, in the same way.
  ///
  /// @param source what is read, for messages
  /// @throws RejectedException naming the lines that hold something else, or if there is none
  public static List<String> ofUsers(String source, List<String> lines) {
    boolean hasNames =
        lines.stream()
            .map(String::strip)
            .anyMatch(line -> NAME.matcher(line).matches() && !IDENTIFIER.matcher(line).matches());
    return read(
        source,
        withoutMark(lines),
        hasNames ? "; to a name, SELECT id FROM silver.users WHERE username = '...' has it" : "");
  }

  /// Without the mark that some editors put before the first character.
  private static List<String> withoutMark(List<String> lines) {
    if (lines.isEmpty() || !lines.getFirst().startsWith("\uFEFF")) {
      return lines;
    }
    List<String> unmarked = new ArrayList<>(lines);
    unmarked.set(0, lines.getFirst().substring(1));
    return unmarked;
  }

  private static String withoutLink(String line) {
    Matcher link = LINK.matcher(line.strip());
    return link.matches() ? link.group(1) : line;
  }

  private static List<String> read(String source, List<String> lines, String hint) {
    Set<String> identifiers = new LinkedHashSet<>();
    List<Integer> wrong = new ArrayList<>();
    for (int number = 1; number <= lines.size(); number++) {
      String line = lines.get(number - 1).strip();
      if (IDENTIFIER.matcher(line).matches()) {
        identifiers.add(line);
      } else if (!line.isEmpty()) {
        wrong.add(number);
      }
    }
    if (!wrong.isEmpty()) {
      throw new RejectedException(
          "%s: %s not one identifier, which is a number: nothing was changed%s"
              .formatted(source, lineNumbers(wrong), hint));
    }
    if (identifiers.isEmpty()) {
      throw new RejectedException("%s holds no identifier".formatted(source));
    }
    return List.copyOf(identifiers);
  }

  /// Checks identifiers.
  ///
  /// @param what they are of, for the message
  /// @throws RejectedException naming none of them
  static void requireValid(String what, List<String> identifiers) {
    long wrong = identifiers.stream().filter(id -> !IDENTIFIER.matcher(id).matches()).count();
    if (wrong > 0) {
      throw new RejectedException(
          "%d of the identifiers (%s) are no numbers: nothing was changed".formatted(wrong, what));
    }
  }

  private static String lineNumbers(List<Integer> wrong) {
    if (wrong.size() == 1) {
      return "line %d is".formatted(wrong.getFirst());
    }
    String named =
        String.join(
            ", ", wrong.stream().limit(MOST_LINES_NAMED).map(number -> number.toString()).toList());
    int more = wrong.size() - MOST_LINES_NAMED;
    return "lines %s%s are".formatted(named, more > 0 ? " and %d more".formatted(more) : "");
  }
}
