package dev.fedbytweets.xstandin.posts;

import java.util.ArrayList;
import java.util.List;

/// Writes a text from left to right and notes where its entities are.
final class TextBuilder {

  private final StringBuilder text = new StringBuilder();
  private int codePoints;
  private final List<Entities.Tagged> hashtags = new ArrayList<>();
  private final List<Entities.Tagged> cashtags = new ArrayList<>();
  private final List<Entities.Mention> mentions = new ArrayList<>();
  private final List<Entities.Link> links = new ArrayList<>();

  /// Words as a person writes them.
  TextBuilder words(String words) {
    return append(words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
  }

  TextBuilder hashtag(String tag) {
    int start = length();
    append("#" + tag);
    hashtags.add(new Entities.Tagged(start, length(), tag));
    return this;
  }

  TextBuilder cashtag(String tag) {
    int start = length();
    append("$" + tag);
    cashtags.add(new Entities.Tagged(start, length(), tag));
    return this;
  }

  TextBuilder mention(Author author) {
    return mention(author.username(), author.id());
  }

  TextBuilder mention(String username, long id) {
    int start = length();
    append("@" + username);
    mentions.add(new Entities.Mention(start, length(), username, id));
    return this;
  }

  TextBuilder link(String url, String expanded) {
    return link(url, expanded, null);
  }

  TextBuilder link(String url, String expanded, String mediaKey) {
    int start = length();
    append(url);
    links.add(new Entities.Link(start, length(), url, expanded, mediaKey));
    return this;
  }

  /// Another text from its beginning, as far as it has this many code points.
  TextBuilder beginningOf(ComposedText other, int codePoints) {
    int shift = length();
    int kept = Math.min(codePoints, other.length());
    Entities entities = other.entities().until(kept);
    append(other.text().substring(0, other.text().offsetByCodePoints(0, kept)));
    entities.hashtags().forEach(tagged -> hashtags.add(shifted(tagged, shift)));
    entities.cashtags().forEach(tagged -> cashtags.add(shifted(tagged, shift)));
    entities.mentions().forEach(mention -> mentions.add(shifted(mention, shift)));
    entities.links().forEach(link -> links.add(shifted(link, shift)));
    return this;
  }

  /// In code points.
  int length() {
    return codePoints;
  }

  private TextBuilder append(String more) {
    text.append(more);
    codePoints += more.codePointCount(0, more.length());
    return this;
  }

  ComposedText composed() {
    return new ComposedText(text.toString(), new Entities(hashtags, cashtags, mentions, links));
  }

  private static Entities.Tagged shifted(Entities.Tagged tagged, int by) {
    return new Entities.Tagged(tagged.start() + by, tagged.end() + by, tagged.tag());
  }

  private static Entities.Mention shifted(Entities.Mention mention, int by) {
    return new Entities.Mention(
        mention.start() + by, mention.end() + by, mention.username(), mention.id());
  }

  private static Entities.Link shifted(Entities.Link link, int by) {
    return new Entities.Link(
        link.start() + by, link.end() + by, link.url(), link.expanded(), link.mediaKey());
  }
}
