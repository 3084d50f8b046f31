package dev.fedbytweets.local.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the ahead-of-time caches are trained with: commands, in one process.
final class TrainingRun {

  private static final String QUESTION =
      "SELECT lang, count(*) AS posts FROM silver.tweets GROUP BY lang ORDER BY posts DESC";

  private TrainingRun() {}

  /// @param arguments `write` for the commands that write tables, or `answer` for those that
  ///     answer; and a folder, new for `write`, whose lakes `answer` asks
  public static void main(String... arguments) {
    LakeMain.prepareLogging();
    Path folder = Path.of(arguments[1]);
    String demo = folder.resolve("demo").toString();
    if (arguments[0].equals("write")) {
      run("demo", "--dir", demo);
      String pages = folder.resolve("demo/raw").toString();
      run("import", "--dir", folder.resolve("imported").toString(), "--subject", "coffee", pages);
    } else {
      for (String format : new String[] {"table", "csv", "json"}) {
        run("query", "--dir", demo, "--format", format, QUESTION);
      }
      run("query", "--dir", demo, "--out", folder.resolve("posts.parquet").toString(), QUESTION);
      run("status", "--dir", demo);
      run("tables", "--dir", demo);
      run("quarantine", "--dir", demo);
      run("label", writeText(folder));
      run("--help");
      run("query", "--help");
    }
  }

  private static String writeText(Path folder) {
    try {
      return Files.writeString(folder.resolve("text"), "What a lovely day!\n").toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(String... command) {
    int code = LakeMain.execute(Terminal.ofProcess(), command);
    if (code != 0) {
      throw new IllegalStateException(String.join(" ", command) + " ended with " + code);
    }
  }
}
