package dev.fedbytweets.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Without `--dir` a command takes the lake of its folder, or the nearest above, as processes do
/// that start there.
class NearestLakeTest {

  @TempDir private Path folder;

  @Test
  void aCommandInAFolderBelowTakesTheLakeAboveAndSaysSo() throws Exception {
    Path top = folder.toRealPath();
    Path below = Files.createDirectories(top.resolve("years/2023"));
    Files.writeString(
        top.resolve("page.json"), "{\"data\":[{\"id\":\"1538600000000000000\",\"text\":\"x\"}]}");

    String here = lake(top, "import", "--subject", "coffee", "page.json");
    String there = lake(below, "query", "--format", "csv", "SELECT count(*) AS n FROM tweets");
    String inside = lake(top.resolve("lake-data/raw"), "status");

    assertThat(here).contains("lake " + top.resolve("lake-data")).doesNotContain("using");
    assertThat(there).isEqualTo("using the lake in %s/lake-data\nn\r\n1\r\n".formatted(top));
    assertThat(inside).startsWith("using the lake in " + top.resolve("lake-data") + "\n");
    assertThat(below.resolve("lake-data")).doesNotExist();
  }

  private String lake(Path where, String... words) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
    line.add(System.getProperty("java.class.path"));
    line.add(LakeMain.class.getName());
    line.addAll(List.of(words));
    Path output = Files.createTempFile(folder, "output", ".txt");
    Process process =
        new ProcessBuilder(line)
            .directory(where.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(2, TimeUnit.MINUTES);
    process.destroyForcibly();
    String said = Files.readString(output);
    assertThat(ended).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }
}
