package dev.fedbytweets.xstandin.posts;

/// Puts a post's words together.
final class Wording {

  private static final int MOST_OF_A_RETWEET = 140;

  private final Dice dice;
  private final Authors authors;

  Wording(Dice dice, Authors authors) {
    this.dice = dice;
    this.authors = authors;
  }

  /// The whole text, however long: whom it answers, what it says, then what it links to.
  ComposedText whole(Draft draft) {
    TextComposer text = new TextComposer();
    if (draft.isRelated(Relation.Type.REPLIED_TO)) {
      text.mention(draft.relation().author()).words(" ");
    }
    sentences(text, draft);
    if (draft.edited()) {
      text.words(" ✏️");
    }
    if (draft.isRelated(Relation.Type.QUOTED)) {
      Relation quoted = draft.relation();
      link(text, address(quoted.author(), quoted.id()), null);
    }
    if (draft.mediaKey() != null) {
      link(text, address(draft.author(), draft.firstId()) + "/photo/1", draft.mediaKey());
    }
    return text.composed();
  }

  /// A long text as X shortens it: cut, with a link to the whole.
  ComposedText cut(ComposedText whole, int codePoints, long id) {
    TextComposer ending = new TextComposer();
    ending.words("… ").link(Sentences.shortLink(dice), "https://x.com/i/web/status/" + id);
    return new TextComposer()
        .beginningOf(whole, whole.cutWithin(codePoints - ending.length()))
        .beginningOf(ending.composed(), ending.length())
        .composed();
  }

  /// Somebody else's text, passed on.
  static ComposedText passedOn(Author author, ComposedText text) {
    TextComposer retweet = new TextComposer().words("RT ").mention(author).words(": ");
    int kept = text.cutWithin(MOST_OF_A_RETWEET - retweet.length());
    return retweet.beginningOf(text, kept).words(kept < text.length() ? "…" : "").composed();
  }

  private void sentences(TextComposer text, Draft draft) {
    Sentences sentences = new Sentences(dice, draft.language(), authors);
    int topics = draft.topics().size();
    int count = dice.oneIn(15) ? dice.between(7, 14) : topics;
    for (int i = 0; i < count; i++) {
      text.words(i == 0 ? "" : " ");
      sentences.sentence(text, draft.topics().get(i % topics));
    }
  }

  private void link(TextComposer text, String expanded, String mediaKey) {
    text.words(" ").link(Sentences.shortLink(dice), expanded, mediaKey);
  }

  private static String address(Author author, long id) {
    return "https://x.com/%s/status/%d".formatted(author.username(), id);
  }
}
