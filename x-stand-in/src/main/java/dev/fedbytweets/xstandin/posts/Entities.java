package dev.fedbytweets.xstandin.posts;

import java.util.List;

/// What X recognises in a text. Offsets count code points of the text as X writes it, with its
/// HTML entities; the start is included, the end is not.
public record Entities(
    List<Tagged> hashtags, List<Tagged> cashtags, List<Mention> mentions, List<Link> links) {

  public Entities {
    hashtags = List.copyOf(hashtags);
    cashtags = List.copyOf(cashtags);
    mentions = List.copyOf(mentions);
    links = List.copyOf(links);
  }

  /// A hashtag or cashtag, without its sign.
  public record Tagged(int start, int end, String tag) {}

  /// @param username without `@`
  public record Mention(int start, int end, String username, long id) {}

  /// @param url as in the text
  /// @param expanded where it leads
  /// @param mediaKey of the medium that the link stands for; null if it is an ordinary link
  public record Link(int start, int end, String url, String expanded, String mediaKey) {}

  public boolean isEmpty() {
    return hashtags.isEmpty() && cashtags.isEmpty() && mentions.isEmpty() && links.isEmpty();
  }

  /// Those that end before or at this offset.
  Entities until(int offset) {
    return new Entities(
        hashtags.stream().filter(tagged -> tagged.end() <= offset).toList(),
        cashtags.stream().filter(tagged -> tagged.end() <= offset).toList(),
        mentions.stream().filter(mention -> mention.end() <= offset).toList(),
        links.stream().filter(link -> link.end() <= offset).toList());
  }
}
