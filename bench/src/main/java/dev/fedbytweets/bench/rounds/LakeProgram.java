package dev.fedbytweets.bench.rounds;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A command of the local lake, as a person starts it: through its launcher.
///
/// @param name its name in reports
/// @param launcher the file `lake`
/// @param arguments of the launcher
public record LakeProgram(String name, Path launcher, Cpus cpus, List<String> arguments)
    implements Program {

  public LakeProgram {
    arguments = List.copyOf(arguments);
  }

  /// A command with these arguments.
  public static LakeProgram of(String name, Path launcher, Cpus cpus, Object... arguments) {
    return new LakeProgram(
        name, launcher, cpus, Arrays.stream(arguments).map(Object::toString).toList());
  }

  /// Lets the launcher build what it will start, so that no build is measured.
  public static void prepare(Workbench bench, Path launcher) throws InterruptedException {
    bench.say("%s builds, if it has to".formatted(launcher));
    bench.run(of("lake --version", launcher, Cpus.ALL, "--version"));
  }

  @Override
  public List<String> command() {
    List<String> command = new ArrayList<>(List.of(launcher.toAbsolutePath().toString()));
    command.addAll(arguments);
    return command;
  }
}
