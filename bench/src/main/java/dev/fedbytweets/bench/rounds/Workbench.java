package dev.fedbytweets.bench.rounds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/// The environment of the benchmarks.
///
/// @param work the folder of inputs, which are kept, and outputs, which are not; absolute
/// @param processes runs the competitors
/// @param progress receives messages of one line
public record Workbench(Path work, Processes processes, Consumer<String> progress) {

  public Workbench {
    work = work.toAbsolutePath().normalize();
  }

  /// Runs a program once.
  public Measurement run(Program program) throws InterruptedException {
    return processes.run(program, log());
  }

  /// The output of the last program, including its log.
  public Path log() {
    return work.resolve("last-process.log");
  }

  /// Prints a message.
  public void say(String line) {
    progress.accept(line);
  }

  /// The folder of an input that is made once and kept.
  ///
  /// @param maker fills the empty folder
  public Path input(String name, Maker maker) throws IOException, InterruptedException {
    return new PreparedInput(work.resolve(name)).made(this, maker);
  }

  /// Makes an input.
  @FunctionalInterface
  public interface Maker {
    void make(Path folder) throws IOException, InterruptedException;
  }
}
