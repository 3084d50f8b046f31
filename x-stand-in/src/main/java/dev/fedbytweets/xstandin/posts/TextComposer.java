package dev.fedbytweets.xstandin.posts;

import java.util.ArrayList;
import java.util.List;

/// Writes a text from left to right and notes where its entities are.
final class TextComposer {

  private final StringBuilder text = new StringBuilder();
  private final List<Entities.Tagged> hashtags = new ArrayList<>();
  private final List<Entities.Tagged> cashtags = new ArrayList<>();
  private final List<Entities.Mention> mentions = new ArrayList<>();
  private final List<Entities.Link> links = new ArrayList<>();

  /// Words as a person writes them.
  TextComposer words(String words) {
    text.append(words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    return this;
  }

  TextComposer hashtag(String tag) {
    int start = length();
    text.append('#').append(tag);
    hashtags.add(new Entities.Tagged(start, length(), tag));
    return this;
  }

  TextComposer cashtag(String tag) {
    int start = length();
    text.append('$').append(tag);
    cashtags.add(new Entities.Tagged(start, length(), tag));
    return this;
  }

  TextComposer mention(Author author) {
    int start = length();
    text.append('@').append(author.username());
    mentions.add(new Entities.Mention(start, length(), author.username(), author.id()));
    return this;
  }

  TextComposer link(String url, String expanded) {
    return link(url, expanded, null);
  }

  TextComposer link(String url, String expanded, String mediaKey) {
    int start = length();
    text.append(url);
    links.add(new Entities.Link(start, length(), url, expanded, mediaKey));
    return this;
  }

  /// Another text from its beginning, as far as it has this many code points.
  TextComposer beginningOf(ComposedText other, int codePoints) {
    int shift = length();
    int kept = Math.min(codePoints, other.length());
    Entities entities = other.entities().until(kept);
    text.append(other.text(), 0, other.text().offsetByCodePoints(0, kept));
    entities.hashtags().forEach(tagged -> hashtags.add(shifted(tagged, shift)));
    entities.cashtags().forEach(tagged -> cashtags.add(shifted(tagged, shift)));
    entities.mentions().forEach(mention -> mentions.add(shifted(mention, shift)));
    entities.links().forEach(link -> links.add(shifted(link, shift)));
    return this;
  }

  /// In code points.
  int length() {
    return text.codePointCount(0, text.length());
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
