package dev.fedbytweets.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A validator by others, asl-validator from npm, has to find the definition valid, too. It is
/// downloaded when it is first used; without `npx`, or without a way to download it, the test is
/// skipped and says so.
class AslValidatorTest {

  private static final String VALIDATOR = "asl-validator@4.0.0";

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("dev.fedbytweets.states.DefinitionFileTest#definitions")
  @Timeout(300)
  void findsTheDefinitionsValid(DefinitionFile definition)
      throws IOException, InterruptedException {
    assumeValidator();
    Path file = folder.resolve(definition.name());
    Files.writeString(file, StateMachine.fill(definition.text(), definition.placeholders()));

    Answer answer = npx("--json-path", file.toString());

    assertThat(answer.text()).contains("is valid").doesNotContain("is invalid");
    assertThat(answer.exitCode()).isZero();
  }

  @Test
  @Timeout(300)
  void findsAMistakeIfThereIsOne() throws IOException, InterruptedException {
    assumeValidator();
    Path definition = folder.resolve("broken.asl.json");
    Files.writeString(
        definition,
        StateMachine.fill(
            IngestDefinition.FILE
                .text()
                .replace("\"Next\": \"ProcessRaw\"", "\"Next\": \"Nowhere\""),
            IngestDefinition.FILE.placeholders()));

    Answer answer = npx("--json-path", definition.toString());

    assertThat(answer.text()).contains("is invalid", "Nowhere");
    assertThat(answer.exitCode()).isNotZero();
  }

  private record Answer(int exitCode, String text) {}

  private void assumeValidator() throws IOException, InterruptedException {
    boolean found =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(path -> Files.isExecutable(Path.of(path, "npx")));
    assumeTrue(found, "npx is not installed: asl-validator was not asked");
    Answer version = npx("--version");
    assumeTrue(
        version.exitCode() == 0, () -> VALIDATOR + " could not be fetched: " + version.text());
  }

  private Answer npx(String... arguments) throws IOException, InterruptedException {
    String[] command = {"npx", "--yes", VALIDATOR};
    String[] all = Arrays.copyOf(command, command.length + arguments.length);
    System.arraycopy(arguments, 0, all, command.length, arguments.length);
    File output = folder.resolve("output.txt").toFile();
    Process process =
        new ProcessBuilder(all)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output)
            .start();
    try {
      boolean ended = process.waitFor(120, TimeUnit.SECONDS);
      return new Answer(ended ? process.exitValue() : -1, Files.readString(output.toPath()));
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
  }
}
