package dev.fedbytweets.contracts.forgotten;

import dev.fedbytweets.core.forgotten.Forgotten;
import dev.fedbytweets.core.model.Snowflake;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes identifiers out of state that needs their order: up to where a subject was read is kept
/// to the millisecond of the post.
final class CoarseIdentifiers {

  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  private final Forgotten forgotten;

  CoarseIdentifiers(Forgotten forgotten) {
    this.forgotten = forgotten;
  }

  /// A text in which the smallest identifier of the same millisecond stands for each identifier of
  /// what is forgotten; of one without a time, zeros.
  String in(String text) {
    Matcher numbers = NUMBER.matcher(text);
    return numbers.replaceAll(this::coarse);
  }

  private String coarse(MatchResult number) {
    String digits = number.group();
    if (digits.length() < Forgotten.SHORTEST_IN_TEXT || !forgotten.hasAny(digits)) {
      return digits;
    }
    long id = Long.parseUnsignedLong(digits);
    if (id <= 0 || !Snowflake.carriesTime(id)) {
      return "0".repeat(digits.length());
    }
    long smallest = Snowflake.smallestAt(Snowflake.timeOf(id));
    return Long.toString(smallest == id ? smallest - 1 : smallest);
  }
}
