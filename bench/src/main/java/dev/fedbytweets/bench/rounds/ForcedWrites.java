package dev.fedbytweets.bench.rounds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Counts how often a program waits for the disk: its calls of `fsync` and the like, with `strace`,
/// in a run of its own, since tracing takes time.
public final class ForcedWrites {

  private static final String CALLS = "fsync,fdatasync,syncfs,sync";
  private static final Pattern CALL = Pattern.compile("\\b(?:fsync|fdatasync|syncfs|sync)\\(");

  private ForcedWrites() {}

  /// Runs a competitor once.
  ///
  /// @return empty if there is no strace
  public static OptionalLong of(Workbench bench, Competitor competitor)
      throws IOException, InterruptedException {
    boolean hasStrace =
        Arrays.stream(System.getenv("PATH").split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "strace")));
    if (!hasStrace) {
      return OptionalLong.empty();
    }
    competitor.reset();
    Path calls = bench.work().resolve("forced-writes");
    bench.run(new Traced(competitor.program(), calls));
    try (Stream<String> lines = Files.lines(calls)) {
      return OptionalLong.of(lines.filter(line -> CALL.matcher(line).find()).count());
    } finally {
      Files.delete(calls);
    }
  }

  private record Traced(Program program, Path calls) implements Program {

    @Override
    public String name() {
      return program.name() + ", traced";
    }

    @Override
    public Cpus cpus() {
      return program.cpus();
    }

    @Override
    public List<String> command() {
      List<String> command =
          new ArrayList<>(
              List.of(
                  "strace", "-f", "--seccomp-bpf", "-e", "trace=" + CALLS, "-o", calls.toString()));
      command.addAll(program.command());
      return command;
    }
  }
}
