package dev.fedbytweets.local.cli;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher `lake`, with programs in place of Maven and the JVM: a build writes a number into
/// the jars, and a command reads it from them.
class LauncherTest {

  private static final Path PROJECT = Path.of("..");

  @TempDir private Path folder;

  private Path home;
  private Path source;

  @BeforeEach
  void copyTheLauncher() throws IOException {
    home = Files.createDirectory(folder.resolve("a project"));
    Files.createDirectories(home.resolve("build"));
    for (String script : List.of("lake", "build/launch.sh", "build/train")) {
      Files.copy(PROJECT.resolve(script), home.resolve(script));
    }
    assertThat(home.resolve("lake").toFile().setExecutable(true)).isTrue();
    assertThat(home.resolve("build/train").toFile().setExecutable(true)).isTrue();
    source = home.resolve("local/src/main/java/A.java");
    Files.createDirectories(source.getParent());
    Files.createFile(source);
    program(
        "bin/mvn",
        """
        echo "build" >>"$0.log"
        sleep "${BUILD_TAKES:-0}"
        while [ "$1" != -pl ]; do shift; done
        module=$2
        mkdir -p "$module" && cd "$module" && mkdir -p target/libraries
        number=$(($(cat target/number 2>/dev/null || echo 0) + 1))
        echo $number >target/number
        [ -z "${BUILD_FAILS:-}" ] || { echo "[ERROR] as asked"; exit 1; }
        echo $number >"target/fedbytweets-$module.jar"
        echo $number >target/libraries/fedbytweets-core-1.jar
        [ -f target/libraries/library-1.jar ] || echo library >target/libraries/library-1.jar
        """);
    program(
        "jdk/bin/java",
        """
        case $1 in *QuickStart.java) exit ;; esac
        cache=none
        while [ "$1" != -cp ]; do
          case $1 in
            -XX:AOTCacheOutput=*) [ -z "${TRAINING_FAILS:-}" ] && : >"${1#*=}"; exit ;;
            -XX:AOTCache=*) cache=${1##*/} ;;
          esac
          shift
        done
        if [ "$4" = --embeddings ]; then
          others=${2#*:}
          ls "${2%%:*}" "${others%/*}"
          exit
        fi
        case $4 in demo | cached) echo "$cache"; exit ;; esac
        if [ "$4" = wait ]; then echo ready; read -r _; fi
        if [ "$4" = name ]; then echo "$LAKE_COMMAND"; exit; fi
        cat "$2" "${2%/*}/fedbytweets-core-1.jar" "${2%/*}/library-1.jar" | tr '\\n' ' '
        """);
    program("jdk/bin/javac", "");
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.3\"\n");
  }

  @Test
  void itBuildsOnceAndAgainWhenASourceIsNewer() throws Exception {
    assertThat(output(start())).endsWith("1 1 library ");
    assertThat(output(start())).isEqualTo("1 1 library ");

    change();

    assertThat(output(start())).endsWith("2 2 library ");
    assertThat(builds()).hasSize(1);
  }

  @Test
  void embeddingsAreBuiltAndOnTheClassPathWhereTheyAreAskedFor() throws Exception {
    output(start());
    assertThat(home.resolve("embeddings/target")).doesNotExist();

    String found = output(start(home.resolve("lake"), "", "--embeddings"));

    assertThat(found).contains("/local.jar", "embeddings.jar", "library-1.jar");
    assertThat(output(start(home.resolve("lake"), "", "--embeddings"))).doesNotContain("building");
    assertThat(builds()).hasSize(1);
  }

  @Test
  void aReleaseSaysWhatToDoForEmbeddings() throws Exception {
    Path script = Files.createDirectories(folder.resolve("release/bin")).resolve("lake");
    Files.copy(PROJECT.resolve("lake"), script);
    assertThat(script.toFile().setExecutable(true)).isTrue();
    Process process = start(script, "", "--embeddings");

    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .startsWith("lake: a release holds no sentence embeddings: docs/models.md says how to add")
        .hasLineCount(1);
    assertThat(process.waitFor()).isEqualTo(1);
  }

  @Test
  void aLinkToItWorksFromAnywhere() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("bin/lake"), home.resolve("lake"));

    assertThat(output(start(link, "", "query"))).endsWith("1 1 library ");
  }

  @Test
  void itSaysHowItWasCalled() throws Exception {
    Path inPath = Files.createSymbolicLink(folder.resolve("bin/lake"), home.resolve("lake"));
    Path elsewhere = Files.createSymbolicLink(folder.resolve("posts"), home.resolve("lake"));
    output(start());

    assertThat(output(start(inPath, "", "name"))).isEqualTo("lake\n");
    assertThat(output(start(elsewhere, "", "name"))).isEqualTo(elsewhere + "\n");
    assertThat(output(start(Path.of("./posts"), "", "name"))).isEqualTo("./posts\n");
    assertThat(output(start(home.resolve("lake"), "", "name")))
        .isEqualTo(home.toString().replace(" ", "\\ ") + "/lake\n");
    assertThat(output(start(inPath, "LAKE_COMMAND=fbt", "name"))).isEqualTo("fbt\n");
  }

  @Test
  void commandsThatAnswerHaveACacheOfTheirOwn() throws Exception {
    output(start());

    assertThat(output(start(home.resolve("lake"), "", "cached"))).isEqualTo("lake.aot\n");
    assertThat(output(start(home.resolve("lake"), "", "demo"))).isEqualTo("lake-work.aot\n");
  }

  @Test
  void aBuildWithoutCachesIsGood() throws Exception {
    Path lake = home.resolve("lake");

    assertThat(output(start(lake, "LAKE_TRAINING=no", "cached"))).endsWith("\nnone\n");
    change();
    assertThat(output(start(lake, "TRAINING_FAILS=yes", "cached")))
        .contains("lake: commands will start slowly: see ")
        .endsWith("\nnone\n");
  }

  @Test
  void aRunningCommandKeepsItsJars() throws Exception {
    output(start());
    Process running = start(home.resolve("lake"), "", "wait");
    BufferedReader lines = reader(running);
    assertThat(lines.readLine()).isEqualTo("ready");

    change();

    assertThat(output(start())).endsWith("2 2 library ");
    running.getOutputStream().close();
    assertThat(lines.readLine()).isEqualTo("1 1 library ");
  }

  @Test
  void whatNoCommandUsesGoes() throws Exception {
    assumeTrue(Files.exists(Path.of("/usr/bin/flock")), "there is no flock");
    output(start());
    Process running = start(home.resolve("lake"), "", "wait");
    assertThat(reader(running).readLine()).isEqualTo("ready");
    change();
    output(start());
    assertThat(builds()).hasSize(2);
    running.getOutputStream().close();
    assertThat(running.waitFor()).isZero();

    change();
    output(start());

    assertThat(builds()).hasSize(1);
  }

  @Test
  void twoThatBuildAtTheSameTimeBuildOnce() throws Exception {
    assumeTrue(Files.exists(Path.of("/usr/bin/flock")), "there is no flock");
    List<Process> both = new ArrayList<>();
    for (int number = 0; number < 2; number++) {
      both.add(start(home.resolve("lake"), "BUILD_TAKES=1", "query"));
    }

    for (Process each : both) {
      assertThat(output(each)).endsWith("1 1 library ");
    }
    assertThat(folder.resolve("bin/mvn.log")).hasContent("build");
  }

  @Test
  void aBuildThatFailsLeavesTheLastOneAndNothingElse() throws Exception {
    output(start());
    List<Path> before = builds();
    change();

    Process failing = start(home.resolve("lake"), "BUILD_FAILS=yes", "query");

    assertThat(reader(failing).lines()).contains("[ERROR] as asked");
    assertThat(failing.waitFor()).isEqualTo(1);
    assertThat(builds()).isEqualTo(before);
    assertThat(output(start())).endsWith("3 3 library ");
  }

  @Test
  void aBuildThatIsKilledDoesNotHinderTheNext() throws Exception {
    Process killed = start(home.resolve("lake"), "BUILD_TAKES=30", "query");
    while (!Files.exists(folder.resolve("bin/mvn.log"))) {
      Thread.sleep(10);
    }
    killed.descendants().forEach(ProcessHandle::destroyForcibly);
    killed.destroyForcibly().waitFor();

    assertThat(output(start())).endsWith("1 1 library ");
    assertThat(builds()).hasSize(1);
  }

  @Test
  void aReleaseBringsItsJvmAndIsNeverBuilt() throws Exception {
    Path release = Files.createDirectory(folder.resolve("a release"));
    for (String name : List.of("bin", "lib", "runtime/bin")) {
      Files.createDirectories(release.resolve(name));
    }
    Files.copy(home.resolve("lake"), release.resolve("bin/lake"));
    Files.copy(folder.resolve("jdk/bin/java"), release.resolve("runtime/bin/java"));
    for (String jar : List.of("local", "fedbytweets-core-1", "library-1")) {
      Files.writeString(release.resolve("lib/%s.jar".formatted(jar)), jar + "\n");
    }

    assertThat(output(start(release.resolve("bin/lake"), "", "query")))
        .isEqualTo("local fedbytweets-core-1 library-1 ");
  }

  /// A second after the newest build.
  private void change() throws Exception {
    Thread.sleep(1_000); // builds are named by the second
    Files.setLastModifiedTime(source, FileTime.from(Instant.now()));
  }

  private void program(String name, String body) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + body);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Process start() throws IOException {
    return start(home.resolve("lake"), "", "query");
  }

  /// Starts it as a user without a home would.
  private Process start(Path script, String setting, String argument) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(script.toString(), argument);
    builder.environment().clear();
    builder.environment().put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
    builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    if (!setting.isEmpty()) {
      String[] parts = setting.split("=");
      builder.environment().put(parts[0], parts[1]);
    }
    return builder.directory(folder.toFile()).redirectErrorStream(true).start();
  }

  private static BufferedReader reader(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  private static String output(Process process) throws Exception {
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }

  private List<Path> builds() throws IOException {
    try (Stream<Path> folders = Files.list(home.resolve("local/target/builds"))) {
      return folders.sorted().toList();
    }
  }
}
