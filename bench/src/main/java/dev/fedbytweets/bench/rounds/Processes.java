package dev.fedbytweets.bench.rounds;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Runs programs as new processes on one CPU, one after another. They end with this process.
public final class Processes {

  private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

  private static volatile boolean ending;

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(Processes::end));
  }

  private final int cpu;

  /// @param cpu the number of the CPU that all processes are bound to
  public Processes(int cpu) {
    this.cpu = cpu;
  }

  /// The CPU that all processes are bound to.
  public int cpu() {
    return cpu;
  }

  /// Runs a program to its end.
  ///
  /// @param log the file for its output
  /// @throws BenchException with the program's name and last output, if it failed
  /// @throws InterruptedException if this process is ending, too
  public Measurement run(JavaProgram program, Path log) throws InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(program.command(cpu));
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    try {
      long start = System.nanoTime();
      Process process = builder.start();
      int code = await(process);
      double wallSeconds = (System.nanoTime() - start) / 1e9;
      String output = Files.readString(log);
      if (code != 0) {
        throw new BenchException(
            "%s ended with code %d: %s (see %s)"
                .formatted(program.name(), code, complaint(output), log));
      }
      ProcessUsage usage = ProcessUsage.of(output);
      return new Measurement(wallSeconds, usage.cpu().toMillis() / 1e3, usage.peakBytes());
    } catch (IOException e) {
      throw new BenchException(
          "%s cannot be started (taskset and a Linux are needed): %s"
              .formatted(program.name(), e.getMessage()),
          e);
    }
  }

  private static void end() {
    ending = true;
    RUNNING.forEach(Process::destroyForcibly);
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
      process.destroyForcibly();
      RUNNING.remove(process);
    }
  }

  private static String complaint(String output) {
    return output
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("\tat "))
        .reduce((first, second) -> second)
        .orElse("it said nothing");
  }
}
