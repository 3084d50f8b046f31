package dev.fedbytweets.processraw.page;

import static dev.fedbytweets.processraw.page.JsonCursor.first;

import java.io.IOException;
import java.util.LinkedHashSet;
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

  /// Adds what X found in a text of which the post's own is a part: the part that does not fit has
  /// its entities there only. Lists of both are joined in their order, without repeats.
  ///
  /// @param whole the entities of a long post's note, or of the post that a retweet repeats
  void addAll(PostEntities whole) {
    hashtags = union(hashtags, whole.hashtags);
    cashtags = union(cashtags, whole.cashtags);
    mentions = union(mentions, whole.mentions);
    urls = union(urls, whole.urls);
  }

  private static List<String> union(List<String> texts, List<String> more) {
    if (texts == null || more == null) {
      return first(texts, more);
    }
    Set<String> union = new LinkedHashSet<>(texts);
    union.addAll(more);
    return List.copyOf(union);
  }

  private static String tag(JsonCursor in) throws IOException {
    return in.field("tag", JsonCursor::text);
  }

  private static String username(JsonCursor in) throws IOException {
    return in.field("username", JsonCursor::text);
  }
}
