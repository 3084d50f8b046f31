package dev.fedbytweets.aotcache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the images' entry point starts: here a program in place of the JVM that prints its
/// arguments.
class EntryPointTest {

  private static final Path SCRIPT = Path.of("..", "docker", "entrypoint");
  private static final String RUNTIME =
      "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  @TempDir private Path root;

  @BeforeEach
  void fill() throws Exception {
    for (String jar : List.of("app/b.jar", "app/a.jar", "lib/Z.jar", "lib/a-2.jar", "lib/A.jar")) {
      Path file = root.resolve(jar);
      Files.createDirectories(file.getParent());
      Files.createFile(file);
    }
    Path java = root.resolve("jvm/bin/java");
    Files.createDirectories(java.getParent());
    Files.writeString(java, "#!/bin/sh\nfor argument; do echo \"$argument\"; done\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void theRuntimeClientGetsTheHandler() throws Exception {
    assertThat(arguments(Map.of())).endsWith(RUNTIME, "a.Handler");
  }

  @Test
  void theClassPathIsOursThenTheLibrariesInTheOrderOfBytes() throws Exception {
    List<String> arguments = arguments(Map.of("LC_ALL", "en_US.UTF-8"));

    assertThat(arguments.get(arguments.indexOf("-cp") + 1))
        .isEqualTo(
            "R/app/a.jar:R/app/b.jar:R/lib/A.jar:R/lib/Z.jar:R/lib/a-2.jar"
                .replace("R", root.toString()));
  }

  @Test
  void theCacheIsUsedWhereThereIsOne() throws Exception {
    List<String> without = arguments(Map.of());
    Files.createFile(root.resolve("function.aot"));

    List<String> with = arguments(Map.of());

    assertThat(without).noneMatch(argument -> argument.contains("AOT"));
    assertThat(with).contains("-XX:AOTCache=" + root.resolve("function.aot"));
  }

  @Test
  void moreOptionsStandBeforeTheRuntimeClient() throws Exception {
    List<String> arguments = arguments(Map.of("LAKE_JAVA_OPTIONS", "-Xmx1g -Xlog:aot"));

    assertThat(arguments).containsSubsequence("-Xmx1g", "-Xlog:aot", RUNTIME);
  }

  @Test
  void theHeapIsHalfOfWhatLambdaGives() throws Exception {
    assertThat(arguments(Map.of("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1769"))).contains("-Xmx884m");
    assertThat(arguments(Map.of())).noneMatch(argument -> argument.startsWith("-Xmx"));
  }

  @Test
  void anotherHeapMayBeChosen() throws Exception {
    List<String> arguments =
        arguments(
            Map.of("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512", "LAKE_JAVA_OPTIONS", "-Xmx300m"));

    assertThat(arguments).containsSubsequence("-Xmx256m", "-Xmx300m", RUNTIME);
  }

  @Test
  void withoutLambdaTheEmulatorOfTheBaseStartsItAgain() throws Exception {
    Path emulator = root.resolve("bin/aws-lambda-rie");
    Files.createDirectories(emulator.getParent());
    Files.writeString(
        emulator, "#!/bin/sh\necho emulator\nAWS_LAMBDA_RUNTIME_API=127.0.0.1:9001 exec \"$@\"\n");
    assertThat(emulator.toFile().setExecutable(true)).isTrue();
    String path = emulator.getParent() + ":" + System.getenv("PATH");

    List<String> arguments = arguments(Map.of("AWS_LAMBDA_RUNTIME_API", "", "PATH", path));

    assertThat(arguments).startsWith("emulator").endsWith(RUNTIME, "a.Handler");
  }

  private List<String> arguments(Map<String, String> environment) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(SCRIPT.toAbsolutePath().toString(), "a.Handler");
    builder.environment().clear();
    builder.environment().put("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:9001");
    builder.environment().put("LAMBDA_TASK_ROOT", root.toString());
    builder.environment().put("JAVA_HOME", root.resolve("jvm").toString());
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output.lines().toList();
  }
}
