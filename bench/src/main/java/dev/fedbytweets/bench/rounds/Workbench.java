package dev.fedbytweets.bench.rounds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Where benchmarks happen.
///
/// @param work the folder of inputs, which are kept, and outputs, which are not; absolute
/// @param processes runs the competitors
/// @param progress is told in single lines what happens
public record Workbench(Path work, Processes processes, Consumer<String> progress) {

  public Workbench {
    work = work.toAbsolutePath().normalize();
  }

  /// Runs a competitor once.
  public Measurement run(JavaProgram program) throws InterruptedException {
    return processes.run(program, log());
  }

  /// What the last competitor printed: everything that it logged, if it logs there.
  public Path log() {
    return work.resolve("last-process.log");
  }

  /// Tells whoever watches.
  public void say(String line) {
    progress.accept(line);
  }

  /// An input that is made once: the folder of this name.
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
