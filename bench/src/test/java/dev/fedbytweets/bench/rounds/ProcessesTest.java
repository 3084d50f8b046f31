package dev.fedbytweets.bench.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProcessesTest {

  @TempDir private Path folder;

  @BeforeEach
  void requireTaskset() {
    assumeThat(Files.isExecutable(Path.of("/usr/bin/taskset"))).as("taskset").isTrue();
  }

  @Test
  void aProcessIsMeasured() throws InterruptedException {
    Measurement measurement =
        new Processes(0)
            .run(JavaProgram.of("worker", Worker.class, 32, "work"), folder.resolve("log"));

    assertThat(measurement.cpuSeconds()).isGreaterThan(0.01);
    assertThat(measurement.wallSeconds()).isGreaterThan(0.01);
    assertThat(measurement.peakBytes()).isBetween(10_000_000L, 200_000_000L);
  }

  @Test
  void whatAShellWaitedForCounts() throws IOException, InterruptedException {
    Path script = folder.resolve("twice");
    Files.writeString(
        script, "#!/bin/sh\nsh -c 'i=0; while [ $i -lt 200000 ]; do i=$((i + 1)); done'\ntrue\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();

    Measurement measurement =
        new Processes(0).run(LakeProgram.of("twice", script, Cpus.ALL), folder.resolve("log"));

    assertThat(measurement.cpuSeconds()).isGreaterThan(0.05);
    assertThat(measurement.cpuSeconds()).isLessThan(measurement.wallSeconds() + 0.1);
  }

  @Test
  void aProcessThatCannotBeStartedIsNamed() {
    LakeProgram missing = LakeProgram.of("lake", folder.resolve("nowhere"), Cpus.ALL);

    assertThatThrownBy(() -> new Processes(0).run(missing, folder.resolve("log")))
        .isInstanceOf(BenchException.class)
        .hasMessageStartingWith("lake ended with code 127: ")
        .hasMessageContaining("nowhere");
  }

  @Test
  void aProcessThatFailsIsNamedWithWhatItSaidLast() {
    JavaProgram failing = JavaProgram.of("worker", Worker.class, 32, "fail");

    assertThatThrownBy(() -> new Processes(0).run(failing, folder.resolve("log")))
        .isInstanceOf(BenchException.class)
        .hasMessageStartingWith("worker ended with code 1: ")
        .hasMessageContaining("no work today");
  }

  /// What the processes run.
  static final class Worker {

    private Worker() {}

    public static void main(String[] arguments) {
      if (arguments[0].equals("fail")) {
        throw new IllegalStateException("no work today");
      }
    }
  }
}
