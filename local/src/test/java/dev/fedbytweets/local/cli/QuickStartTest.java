package dev.fedbytweets.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The programs that make commands start fast, on the real jars: `build/QuickStart.java` and the
/// training of a cache.
class QuickStartTest {

  private static final List<String> CHANGED = List.of("picocli", "sqlite-jdbc", "duckdb_jdbc");

  @TempDir private Path folder;

  private Path jars;
  private String classPath;

  @BeforeEach
  void changeTheJars() throws Exception {
    jars = Files.createDirectory(folder.resolve("some jars"));
    List<String> path = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path file = Path.of(entry);
      if (CHANGED.stream().anyMatch(file.getFileName().toString()::startsWith)) {
        Path copy = jars.resolve(file.getFileName());
        // As a build of the launcher has them: its libraries are Maven's.
        Files.createLink(copy, Files.copy(file, folder.resolve(file.getFileName())));
        path.add(copy.toString());
      } else if (Files.isDirectory(file)) {
        path.add(jarOf(file, "classes-%d.jar".formatted(path.size())));
      } else {
        path.add(entry);
      }
    }
    classPath = String.join(File.pathSeparator, path);
    java("../build/QuickStart.java", jars.toString());
  }

  @Test
  void nativeLibrariesAreNotUnpackedAtEachStart() throws Exception {
    assumeTrue(System.getProperty("os.name").equals("Linux"), "other systems unpack them");
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    makeLake();

    String output =
        lake("-Djava.io.tmpdir=" + temporary, "query", "--format", "csv", "SELECT 6 * 7 AS answer");

    assertThat(output).isEqualToIgnoringNewLines("answer42");
    assertThat(jars).isDirectoryContaining("glob:**/libduckdb_java.so");
    try (Stream<Path> left = Files.walk(temporary, FileVisitOption.FOLLOW_LINKS)) {
      assertThat(left).containsExactly(temporary);
    }
  }

  @Test
  void librariesThatABuildSharesStayAsTheyAre() throws IOException {
    for (String library : CHANGED) {
      try (Stream<Path> files = Files.list(folder)) {
        Path original =
            files.filter(file -> file.getFileName().toString().startsWith(library)).findAny().get();
        boolean isSame = Files.mismatch(original, jars.resolve(original.getFileName())) == -1;
        assertThat(isSame).as(library).isEqualTo(library.equals("sqlite-jdbc"));
      }
    }
  }

  @Test
  void aCacheHoldsTheClassesOfTheCommandLine() throws Exception {
    makeLake();
    Path cache = folder.resolve("lake.aot");

    java(
        "-XX:+UseSerialGC",
        "-Djava.library.path=" + jars,
        "-XX:AOTCacheOutput=" + cache,
        "-cp",
        classPath,
        TrainingRun.class.getName(),
        "answer",
        folder.toString());
    String loaded = lake("-XX:AOTCache=" + cache, "-XX:AOTMode=on", "-Xlog:class+load", "status");

    assertThat(loaded.lines().filter(line -> line.contains(" picocli.CommandLine")))
        .isNotEmpty()
        .allMatch(line -> line.contains("source: shared objects file") || line.contains("Lambda"));
    assertThat(loaded).contains("nothing was quarantined");
  }

  /// Where the training looks for it.
  private void makeLake() throws Exception {
    lake("import", "--subject", "coffee", page().toString());
  }

  private Path page() throws IOException {
    return Files.writeString(
        folder.resolve("page.json"),
        """
        {"data":[{"id":"1","text":"coffee","author_id":"2","created_at":"2026-11-20T10:00:00.000Z"}],
         "meta":{"result_count":1}}""");
  }

  private String jarOf(Path classes, String name) {
    Path jar = folder.resolve(name);
    int code =
        ToolProvider.findFirst("jar")
            .orElseThrow()
            .run(
                System.out,
                System.err,
                "--create",
                "--file",
                jar.toString(),
                "-C",
                classes.toString(),
                ".");
    assertThat(code).isZero();
    return jar.toString();
  }

  /// Runs a command on the lake in `demo`. Words that begin with `-` and stand before it are the
  /// JVM's.
  private String lake(String... words) throws Exception {
    List<String> line = new ArrayList<>();
    int command = 0;
    while (words[command].startsWith("-")) {
      line.add(words[command++]);
    }
    line.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-Djava.library.path=" + jars,
            "-Dorg.sqlite.lib.path=" + jars,
            "-Dorg.sqlite.lib.name=libsqlitejdbc.so"));
    line.addAll(List.of("-cp", classPath, LakeMain.class.getName(), words[command]));
    line.addAll(List.of("--dir", folder.resolve("demo").toString()));
    line.addAll(List.of(words).subList(command + 1, words.length));
    return java(line.toArray(String[]::new));
  }

  private String java(String... arguments) throws Exception {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(
        List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    line.addAll(List.of(arguments));
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(line)
            .redirectOutput(output.toFile())
            .redirectError(folder.resolve("errors").toFile())
            .start();
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    String text = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(process.exitValue())
        .as(text + Files.readString(folder.resolve("errors"), StandardCharsets.UTF_8))
        .isZero();
    return text;
  }
}
