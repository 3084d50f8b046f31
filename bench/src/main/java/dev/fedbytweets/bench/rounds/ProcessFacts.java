package dev.fedbytweets.bench.rounds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// The CPU time and memory of a running process, from Linux and the JVM.
///
/// @param cpuSeconds of all its threads until now, user and system
/// @param peakBytes the most memory that was resident
public record ProcessFacts(double cpuSeconds, long peakBytes) {

  public static ProcessFacts of(long process) throws IOException {
    Duration cpu =
        ProcessHandle.of(process)
            .flatMap(handle -> handle.info().totalCpuDuration())
            .orElseThrow(() -> new IOException("process %d is gone".formatted(process)));
    long kilobytes =
        Files.readAllLines(Path.of("/proc", Long.toString(process), "status")).stream()
            .filter(line -> line.startsWith("VmHWM:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .findFirst()
            .orElseThrow(() -> new IOException("Linux does not tell the peak memory"));
    return new ProcessFacts(cpu.toNanos() / 1e9, kilobytes * 1024);
  }

  public Measurement measurement(double wallSeconds) {
    return new Measurement(wallSeconds, cpuSeconds, peakBytes);
  }
}
