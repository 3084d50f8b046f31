package dev.fedbytweets.xstandin.query;

/// A piece of a written query.
///
/// @param text the word or phrase; for the other kinds the sign itself
/// @param position of its first character, counted from 1
record Token(Kind kind, String text, int position) {

  enum Kind {
    OPEN,
    CLOSE,
    MINUS,
    OR,
    PHRASE,
    WORD,
    END
  }
}
