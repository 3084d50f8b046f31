package dev.fedbytweets.bench.rounds;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs a command and then prints what it used, as Linux says of processes that have ended: the
/// command's own and those that it waited for, such as a shell's. A JVM of its own for each
/// command, because Linux knows the peak of memory of all children together. That JVM is small: a
/// child begins with its parent's memory.
final class ProcessMeter {

  private static final int CHILDREN = -1;

  /// The size of C's `struct rusage` on 64 bits, and where its parts are.
  private static final int USAGE_BYTES = 144;

  private static final int USER_TIME = 0;
  private static final int SYSTEM_TIME = 16;
  private static final int PEAK_KILOBYTES = 32;

  private ProcessMeter() {}

  /// The command that runs another one and says what it used.
  static List<String> measuring(List<String> command) {
    List<String> measuring =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx16m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ProcessMeter.class.getName()));
    measuring.addAll(command);
    return measuring;
  }

  /// @param command the program and its arguments; its exit code becomes that of this process
  public static void main(String... command) throws Throwable {
    long start = System.nanoTime();
    Process process = start(command);
    int code = process.waitFor();
    double wallSeconds = (System.nanoTime() - start) / 1e9;
    System.out.println(ofChildren(wallSeconds).line());
    System.exit(code);
  }

  private static Process start(String... command) {
    try {
      return new ProcessBuilder(command).inheritIO().start();
    } catch (IOException e) {
      System.out.println(e.getMessage());
      System.exit(127);
      throw new IllegalStateException("exiting", e);
    }
  }

  @SuppressWarnings("restricted") // getrusage, as its manual page has it
  private static Measurement ofChildren(double wallSeconds) throws Throwable {
    Linker linker = Linker.nativeLinker();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment usage = arena.allocate(USAGE_BYTES, Long.BYTES);
      int failed =
          (int)
              linker
                  .downcallHandle(
                      linker.defaultLookup().findOrThrow("getrusage"),
                      FunctionDescriptor.of(
                          ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS))
                  .invokeExact(CHILDREN, usage);
      if (failed != 0) {
        throw new IllegalStateException("Linux does not say what a process used");
      }
      return new Measurement(
          wallSeconds,
          seconds(usage, USER_TIME) + seconds(usage, SYSTEM_TIME),
          usage.get(ValueLayout.JAVA_LONG, PEAK_KILOBYTES) * 1024);
    }
  }

  /// A C `struct timeval`: seconds and microseconds.
  private static double seconds(MemorySegment usage, int offset) {
    return usage.get(ValueLayout.JAVA_LONG, offset)
        + usage.get(ValueLayout.JAVA_LONG, offset + Long.BYTES) / 1e6;
  }
}
