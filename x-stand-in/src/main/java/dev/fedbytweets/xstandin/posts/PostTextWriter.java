package dev.fedbytweets.xstandin.posts;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts a post's words together.
final class PostTextWriter {

  private static final int MOST_OF_A_RETWEET = 140;
  private static final Pattern GAP = Pattern.compile("\\{([a-z]+)}");

  /// Some are several code points that a joiner makes one picture.
  private static final List<String> EMOJI =
      List.of("🙂", "☕️", "🌱", "✨", "👩‍🚀", "👨‍👩‍👧‍👦", "🧑🏽‍🌾", "🇧🇷", "🚲", "🌧️");

  /// Only the first ends a line everywhere; U+2028 does not, though it looks as if it did.
  private static final List<String> BREAKS = List.of("\n", "\n\n", "\u2028");

  private static final List<String> CASHTAGS = List.of("MADEUP", "DEMO");
  private static final int SHORT_LINK_LETTERS = 10;

  private final SeededRandom random;
  private final Authors authors;

  PostTextWriter(SeededRandom random, Authors authors) {
    this.random = random;
    this.authors = authors;
  }

  /// What is known of a post before its words are.
  ///
  /// @param reference null for an original post
  /// @param mediaKey null if it shows no picture
  /// @param edited whether this is a later version than the first
  record Draft(
      long firstId,
      Author author,
      Language language,
      List<Topic> topics,
      PostReference reference,
      String mediaKey,
      boolean edited) {

    boolean isRelated(PostReference.Type type) {
      return reference != null && reference.type() == type;
    }
  }

  /// The whole text, however long: whom it answers, what it says, then what it links to.
  ComposedText whole(Draft draft) {
    TextBuilder text = new TextBuilder();
    if (draft.isRelated(PostReference.Type.REPLIED_TO)) {
      text.mention(draft.reference().author()).words(" ");
    }
    sentences(text, draft);
    if (draft.edited()) {
      text.words(" ✏️");
    }
    if (draft.isRelated(PostReference.Type.QUOTED)) {
      PostReference quoted = draft.reference();
      link(text, address(quoted.author(), quoted.id()), null);
    }
    if (draft.mediaKey() != null) {
      link(text, address(draft.author(), draft.firstId()) + "/photo/1", draft.mediaKey());
    }
    return text.composed();
  }

  /// A long text as X shortens it: cut, with a link to the whole.
  ComposedText cut(ComposedText whole, int codePoints, long id) {
    TextBuilder ending = new TextBuilder();
    ending.words("… ").link(shortLink(), "https://x.com/i/web/status/" + id);
    return new TextBuilder()
        .beginningOf(whole, whole.cutWithin(codePoints - ending.length()))
        .beginningOf(ending.composed(), ending.length())
        .composed();
  }

  /// Somebody else's text, passed on.
  static ComposedText passedOn(Author author, ComposedText text) {
    TextBuilder retweet = new TextBuilder().words("RT ").mention(author).words(": ");
    int kept = text.cutWithin(MOST_OF_A_RETWEET - retweet.length());
    return retweet.beginningOf(text, kept).words(kept < text.length() ? "…" : "").composed();
  }

  private void sentences(TextBuilder text, Draft draft) {
    int topics = draft.topics().size();
    int count = random.oneIn(15) ? random.between(7, 14) : topics;
    for (int i = 0; i < count; i++) {
      text.words(i == 0 ? "" : " ");
      sentence(text, draft.language(), draft.topics().get(i % topics));
    }
  }

  private void sentence(TextBuilder text, Language language, Topic topic) {
    String sentence = random.pick(language.sentences());
    Matcher gap = GAP.matcher(sentence);
    int written = 0;
    while (gap.find()) {
      text.words(sentence.substring(written, gap.start()));
      fill(text, gap.group(1), topic.words(language));
      written = gap.end();
    }
    text.words(sentence.substring(written));
  }

  private void fill(TextBuilder text, String gap, List<String> topic) {
    switch (gap) {
      case "topic" -> text.words(random.pick(topic));
      case "tag" -> text.hashtag(random.pick(topic).replace(" ", ""));
      case "mention" -> text.mention(authors.number(Authors.random(random)));
      case "link" -> text.link(shortLink(), "https://example.org/notes/" + random.below(10_000));
      case "cashtag" -> text.cashtag(random.pick(CASHTAGS));
      case "emoji" -> text.words(random.pick(EMOJI));
      case "number" -> text.words(Integer.toString(random.between(2, 99)));
      case "break" -> text.words(random.pick(BREAKS));
      default -> throw new IllegalArgumentException("no sentence may have the gap " + gap);
    }
  }

  private void link(TextBuilder text, String expanded, String mediaKey) {
    text.words(" ").link(shortLink(), expanded, mediaKey);
  }

  /// An address of X's shortener that leads nowhere.
  private String shortLink() {
    return "https://t.co/" + random.letters(SHORT_LINK_LETTERS);
  }

  private static String address(Author author, long id) {
    return "https://x.com/%s/status/%d".formatted(author.username(), id);
  }
}
