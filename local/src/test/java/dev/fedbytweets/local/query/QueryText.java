package dev.fedbytweets.local.query;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Runs SQL and gives what was written, for tests.
public final class QueryText {

  private QueryText() {}

  public static String of(LakeDatabase database, String sql, ResultFormat format) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    database.run(sql, ResultOutput.to(stream, format));
    return stream.toString(StandardCharsets.UTF_8);
  }

  static String onTerminal(LakeDatabase database, String sql, int width) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    database.run(sql, ResultOutput.toTerminal(stream, ResultFormat.TABLE, width));
    return stream.toString(StandardCharsets.UTF_8);
  }
}
