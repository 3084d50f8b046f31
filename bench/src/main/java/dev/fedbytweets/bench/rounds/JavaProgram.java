package dev.fedbytweets.bench.rounds;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A Java class with the Java and the class path of this process.
///
/// @param name its name in reports
/// @param mainClass its full name
/// @param jvmOptions of its JVM
/// @param arguments of the program
public record JavaProgram(
    String name, Cpus cpus, String mainClass, List<String> jvmOptions, List<String> arguments)
    implements Program {

  /// On one CPU the JVM's compilers take time from the work, and a process of seconds gains from
  /// compiling less than they assume: with 5 instead of 1, our code takes 300 MB of pages to bronze
  /// with 10 to 17 % less CPU time. Every program starts with this option.
  private static final String COMPILE_LATER = "-XX:CompileThresholdScaling=5";

  private static final List<String> COMMON_OPTIONS =
      List.of(
          "-Duser.timezone=UTC",
          "-Dlogback.configurationFile=logback-local.xml",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-XX:+UseSerialGC",
          COMPILE_LATER);

  public JavaProgram {
    jvmOptions = List.copyOf(jvmOptions);
    arguments = List.copyOf(arguments);
  }

  /// A program on one CPU with a limit on its heap.
  ///
  /// @param heapMegabytes the largest size of its heap
  public static JavaProgram of(
      String name, Class<?> mainClass, int heapMegabytes, Object... arguments) {
    return new JavaProgram(
        name,
        Cpus.ONE,
        mainClass.getName(),
        List.of("-Xmx" + heapMegabytes + "m", "-Xmn24m"),
        List.of(arguments).stream().map(Object::toString).toList());
  }

  /// The same program with more options for its JVM.
  public JavaProgram with(String... moreJvmOptions) {
    List<String> options = new ArrayList<>(jvmOptions);
    options.addAll(List.of(moreJvmOptions));
    return new JavaProgram(name, cpus, mainClass, options, arguments);
  }

  /// The same program on these CPUs.
  public JavaProgram on(Cpus others) {
    return new JavaProgram(name, others, mainClass, jvmOptions, arguments);
  }

  @Override
  public List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(COMMON_OPTIONS);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(jvmOptions);
    command.add(mainClass);
    command.addAll(arguments);
    return command;
  }
}
