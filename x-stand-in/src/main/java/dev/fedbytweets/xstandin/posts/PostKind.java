package dev.fedbytweets.xstandin.posts;

/// How a post relates to others, and how often such a post is made.
enum PostKind {
  ORIGINAL(60),
  REPLY(18),
  QUOTE(9),
  RETWEET(13);

  private final int percent;

  PostKind(int percent) {
    this.percent = percent;
  }

  static PostKind thrown(Dice dice) {
    int left = dice.below(100);
    for (PostKind kind : values()) {
      left -= kind.percent;
      if (left < 0) {
        return kind;
      }
    }
    return ORIGINAL;
  }
}
