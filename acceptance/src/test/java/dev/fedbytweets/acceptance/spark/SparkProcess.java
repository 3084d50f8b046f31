package dev.fedbytweets.acceptance.spark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A running `SparkSqlMain`: Spark in a process of its own.
final class SparkProcess implements AutoCloseable {

  private static final Path MODULE = Path.of("..", "spark", "target");

  /// What Spark's own scripts open to it.
  private static final List<String> OPENED =
      List.of(
          "java.lang",
          "java.lang.invoke",
          "java.lang.reflect",
          "java.io",
          "java.net",
          "java.nio",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "sun.nio.ch",
          "sun.nio.cs",
          "sun.util.calendar");

  private final Process process;
  private final PrintStream statements;
  private final BufferedReader answers;

  private SparkProcess(Process process) {
    this.process = process;
    this.statements = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    this.answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /// @param log takes what Spark logs
  static SparkProcess start(Path log) {
    try {
      String libraries = Files.readString(MODULE.resolve("class-path.txt")).strip();
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      OPENED.forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
      Stream.of(
              "--enable-native-access=ALL-UNNAMED",
              "-Xmx800m",
              "-XX:+UseSerialGC",
              "-XX:TieredStopAtLevel=1")
          .forEach(command::add);
      command.addAll(
          List.of(
              "-cp",
              MODULE.resolve("classes") + ":" + libraries,
              "dev.fedbytweets.spark.SparkSqlMain"));
      ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
      builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
      return new SparkProcess(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Runs a statement.
  ///
  /// @param lake the folder
  /// @param sql on one line; names are `silver.tweets`
  /// @return the rows as JSON
  List<String> sql(Path lake, String sql) {
    statements.println(lake + "\t" + sql.replaceAll("\\s+", " "));
    List<String> rows = new ArrayList<>();
    try {
      for (String line = answers.readLine(); line != null; line = answers.readLine()) {
        if (line.equals("-- done")) {
          return rows;
        }
        if (line.startsWith("-- failed: ")) {
          throw new AssertionError(sql + ": " + line);
        }
        rows.add(line);
      }
      throw new AssertionError("Spark ended with " + process.waitFor());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
