package dev.fedbytweets.processraw.page;

import static dev.fedbytweets.processraw.page.JsonCursor.first;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/// Reads what X found in a post's text.
final class PostEntities {

  private static final Set<String> UNUSED = Set.of("annotations");

  List<String> hashtags;
  List<String> cashtags;
  List<String> mentions;
  List<String> urls;

  void read(JsonCursor in) throws IOException {
    for (String name = in.firstName(); name != null; name = in.nextName()) {
      switch (name) {
        case "hashtags" -> hashtags = first(hashtags, in.list(PostEntities::tag));
        case "cashtags" -> cashtags = first(cashtags, in.list(PostEntities::tag));
        case "mentions" -> mentions = first(mentions, in.list(PostEntities::username));
        case "urls" -> urls = first(urls, in.list(Address::read));
        default -> in.leave(UNUSED);
      }
    }
  }

  private static String tag(JsonCursor in) throws IOException {
    return in.field("tag", JsonCursor::text);
  }

  private static String username(JsonCursor in) throws IOException {
    return in.field("username", JsonCursor::text);
  }
}
