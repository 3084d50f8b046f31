package dev.fedbytweets.local.cli;

import dev.fedbytweets.local.query.LakeDatabase;
import java.util.Locale;
import java.util.Set;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.impl.DefaultParser;

/// Says where a statement that is typed ends: at a semicolon that is not in quotes or a comment.
/// Words for the shell itself need none.
final class StatementParser extends DefaultParser {

  private final Set<String> shellWords;

  StatementParser(Set<String> shellWords) {
    this.shellWords = shellWords;
    setEofOnUnclosedQuote(false);
    setEscapeChars(null);
  }

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    if (context == ParseContext.ACCEPT_LINE && !isWhole(line)) {
      throw new EOFError(-1, -1, "the statement goes on");
    }
    return super.parse(line, cursor, ParseContext.COMPLETE);
  }

  private boolean isWhole(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    return word.isEmpty() || shellWords.contains(word) || LakeDatabase.isWhole(text);
  }
}
