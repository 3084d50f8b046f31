package dev.fedbytweets.xstandin.query;

/// What `is:` and `has:` ask about.
public enum Trait {
  RETWEET("is", "retweet"),
  REPLY("is", "reply"),
  QUOTE("is", "quote"),
  VERIFIED("is", "verified"),
  HASHTAGS("has", "hashtags"),
  CASHTAGS("has", "cashtags"),
  MENTIONS("has", "mentions"),
  LINKS("has", "links"),
  MEDIA("has", "media"),
  GEO("has", "geo");

  private final String operator;
  private final String word;

  Trait(String operator, String word) {
    this.operator = operator;
    this.word = word;
  }

  boolean isWritten(String givenOperator, String givenWord) {
    return operator.equals(givenOperator) && word.equals(givenWord);
  }
}
