package dev.fedbytweets.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The command line as a process of its own, as a shell or cron starts it.
final class LakeProcess {

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();

  /// @param folder in which the process works
  LakeProcess(Path folder) {
    this.folder = folder;
  }

  /// What a process printed, and how it ended.
  record Ended(int code, String out, String err) {}

  LakeProcess with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /// Runs a command to its end.
  Ended run(String... arguments) throws IOException, InterruptedException {
    return end(start(arguments));
  }

  /// A command that goes on.
  Running start(String... arguments) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    line.addAll(List.of("-Duser.timezone=UTC", "--enable-native-access=ALL-UNNAMED", "-cp"));
    line.add(System.getProperty("java.class.path"));
    line.add(LakeMain.class.getName());
    line.addAll(List.of(arguments));
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> name.matches("(X|LAKE)_.*|NO_COLOR|TERM"));
    builder.environment().putAll(environment);
    return new Running(builder.start(), out, err);
  }

  /// A process under way.
  ///
  /// @param out the file with its standard output
  /// @param err the file with its standard error
  record Running(Process process, Path out, Path err) {

    String saidSoFar() throws IOException {
      return Files.readString(err, StandardCharsets.UTF_8);
    }
  }

  /// Waits for the end of a process.
  static Ended end(Running running) throws IOException, InterruptedException {
    boolean ended = running.process.waitFor(3, TimeUnit.MINUTES);
    running.process.destroyForcibly();
    Ended result =
        new Ended(
            running.process.waitFor(),
            Files.readString(running.out, StandardCharsets.UTF_8),
            running.saidSoFar());
    assertThat(ended).as(result.toString()).isTrue();
    return result;
  }
}
