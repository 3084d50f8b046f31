package dev.fedbytweets.bench.rounds;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Runs programs as new processes, one after another. They end with this process.
public final class Processes {

  private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

  private static volatile boolean ending;

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(Processes::end));
  }

  private final int cpu;

  /// @param cpu the number of the CPU that processes are bound to
  public Processes(int cpu) {
    this.cpu = cpu;
  }

  /// The CPU that processes are bound to.
  public int cpu() {
    return cpu;
  }

  /// Runs a program to its end.
  ///
  /// @param log the file for its output
  /// @throws BenchException with the program's name and last output, if it failed
  /// @throws InterruptedException if this process is ending, too
  public Measurement run(Program program, Path log) throws InterruptedException {
    List<String> command = new ArrayList<>(program.cpus().binding(cpu));
    command.addAll(program.command());
    ProcessBuilder builder = new ProcessBuilder(ProcessMeter.measuring(command));
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    try {
      int code = await(builder.start());
      String output = Files.readString(log);
      if (code != 0) {
        throw new BenchException(
            "%s ended with code %d: %s (see %s)"
                .formatted(program.name(), code, complaint(output), log));
      }
      return Measurement.in(output);
    } catch (IOException e) {
      throw new BenchException(
          "%s cannot be started: %s".formatted(program.name(), e.getMessage()), e);
    }
  }

  private static void end() {
    ending = true;
    RUNNING.forEach(Processes::kill);
  }

  private static int await(Process process) throws InterruptedException {
    RUNNING.add(process);
    try {
      int code = process.waitFor();
      if (ending) {
        throw new InterruptedException("this process is ending");
      }
      return code;
    } finally {
      kill(process);
      RUNNING.remove(process);
    }
  }

  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static String complaint(String output) {
    return output
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("\tat "))
        .filter(line -> !Measurement.isIn(line))
        .reduce((first, second) -> second)
        .orElse("it said nothing");
  }
}
