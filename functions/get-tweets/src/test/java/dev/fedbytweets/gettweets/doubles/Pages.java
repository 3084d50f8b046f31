package dev.fedbytweets.gettweets.doubles;

import java.util.List;
import java.util.stream.Collectors;

/// Bodies of pages with made-up posts.
public final class Pages {

  private Pages() {}

  /// A page with these posts, newest first, and one author.
  ///
  /// @param nextToken null on the last page
  public static String of(List<Long> ids, String nextToken) {
    String next = nextToken == null ? "" : ",\"next_token\":\"" + nextToken + "\"";
    if (ids.isEmpty()) {
      return "{\"meta\":{\"result_count\":0" + next + "}}";
    }
    String data =
        ids.stream()
            .map(
                id ->
                    "{\"id\":\"%d\",\"author_id\":\"12\",\"text\":\"made up, \\u2028 %d\"}"
                        .formatted(id, id))
            .collect(Collectors.joining(","));
    return ("{\"data\":[%s],\"includes\":{\"users\":[{\"id\":\"12\",\"name\":\"Ana\",\"username\":\"ana\"}]},"
            + "\"meta\":{\"newest_id\":\"%d\",\"oldest_id\":\"%d\",\"result_count\":%d%s}}")
        .formatted(data, ids.getFirst(), ids.getLast(), ids.size(), next);
  }
}
