package dev.fedbytweets.local.cli;

import java.nio.file.Path;

/// What a release's ahead-of-time cache is trained with: the commands, in one process.
final class TrainingRun {

  private static final String QUESTION =
      "SELECT lang, count(*) AS posts FROM silver.tweets GROUP BY lang ORDER BY posts DESC";

  private TrainingRun() {}

  /// @param arguments an empty folder
  public static void main(String... arguments) {
    LakeMain.prepareLogging();
    Path folder = Path.of(arguments[0]);
    String demo = folder.resolve("demo").toString();
    String imported = folder.resolve("imported").toString();
    run("demo", "--dir", demo);
    run("import", "--dir", imported, "--subject", "coffee", folder.resolve("demo/raw").toString());
    for (String format : new String[] {"table", "csv", "json"}) {
      run("query", "--dir", demo, "--format", format, QUESTION);
    }
    run("query", "--dir", demo, "--out", folder.resolve("posts.parquet").toString(), QUESTION);
    run("status", "--dir", demo);
    run("--help");
    run("query", "--help");
  }

  private static void run(String... command) {
    int code = LakeMain.execute(Terminal.ofProcess(), command);
    if (code != 0) {
      throw new IllegalStateException(String.join(" ", command) + " ended with " + code);
    }
  }
}
