package dev.fedbytweets.local.importing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Recognises a table of posts as text by its first line: names of columns, some of them such as
/// posts have.
final class TableHeader {

  private static final Pattern SEPARATOR = Pattern.compile("[,;\t|]");
  private static final Pattern NAME = Pattern.compile("\"?[\\w .:/#()-]*\"?");

  private static final Set<String> KNOWN =
      Set.of(
          "id",
          "id_str",
          "tweet_id",
          "status_id",
          "user_id",
          "author_id",
          "text",
          "full_text",
          "tweet",
          "content",
          "created_at",
          "date",
          "username",
          "screen_name",
          "lang");

  private TableHeader() {}

  /// @param text the beginning of a file
  static boolean isIn(String text) {
    String line = text.replace("\uFEFF", "").lines().findFirst().orElse("");
    List<String> names = Arrays.asList(SEPARATOR.split(line, -1));
    return names.size() > 1
        && names.stream().allMatch(name -> NAME.matcher(name).matches())
        && names.stream().map(TableHeader::bare).anyMatch(KNOWN::contains);
  }

  private static String bare(String name) {
    return name.replace("\"", "").strip().toLowerCase(Locale.ROOT);
  }
}
