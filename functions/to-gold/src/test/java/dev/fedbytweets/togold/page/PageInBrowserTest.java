package dev.fedbytweets.togold.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Chromium shows the pages, and axe-core looks for what is in the way of people who read them with
/// other senses. Both are driven by Node; the packages are downloaded when the test runs. Without
/// Chromium or Node, or without a way to download, the test is skipped and says so. `browser.cjs`
/// has what is looked at; pictures are in `target/page`.
class PageInBrowserTest {

  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final List<String> PACKAGES = List.of("playwright-core@1.65.1", "axe-core@4.14.1");

  @TempDir private Path folder;

  private record Answer(int exitCode, String text) {}

  @Test
  @Timeout(600)
  void showsThePagesToEverybody() throws IOException, InterruptedException {
    Path browser = assumed(BROWSERS);
    Path node = assumed(List.of("node"));
    Path npm = assumed(List.of("npm"));
    Answer installed =
        run(npm, "install", "--no-save", "--no-package-lock", PACKAGES.get(0), PACKAGES.get(1));
    assumeTrue(
        installed.exitCode() == 0, () -> PACKAGES + " could not be fetched: " + installed.text());
    Path pages = Path.of("target", "page").toAbsolutePath();
    Files.createDirectories(pages);
    write(pages);
    Path script = folder.resolve("browser.cjs");
    try (InputStream file = getClass().getResourceAsStream("browser.cjs")) {
      Files.copy(Objects.requireNonNull(file), script);
    }

    Answer answer = run(node, script.toString(), browser.toString(), pages.toString());

    assertThat(answer.text()).endsWith("all is well\n");
    assertThat(answer.exitCode()).isZero();
  }

  private static void write(Path pages) throws IOException {
    Map<String, PageData> lakes =
        Map.of(
            "rich", MadeUpLake.of(120),
            "empty", PageData.empty(MadeUpLake.NOW),
            "post", MadeUpLake.onePost(),
            "day", MadeUpLake.of(1),
            "hostile", MadeUpLake.hostile(),
            "big", MadeUpLake.of(40, 180));
    for (Map.Entry<String, PageData> lake : lakes.entrySet()) {
      byte[] english = Dashboard.page(lake.getValue());
      byte[] portuguese = Dashboard.page(lake.getValue(), MoodShares.MEAN_OF_DAYS, "pt");
      Files.write(pages.resolve(lake.getKey() + ".html"), english);
      Files.write(pages.resolve(lake.getKey() + "-pt.html"), portuguese);
    }
  }

  private static Path assumed(List<String> programs) {
    Optional<Path> found =
        programs.stream()
            .flatMap(
                program ->
                    Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                        .map(path -> Path.of(path, program)))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(found.isPresent(), () -> programs + ": none is installed, no page was looked at");
    return found.orElseThrow();
  }

  private Answer run(Path program, String... arguments) throws IOException, InterruptedException {
    String[] all = new String[arguments.length + 1];
    all[0] = program.toString();
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    File output = folder.resolve("output.txt").toFile();
    Process process =
        new ProcessBuilder(all)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output)
            .start();
    try {
      boolean ended = process.waitFor(500, TimeUnit.SECONDS);
      return new Answer(ended ? process.exitValue() : -1, Files.readString(output.toPath()));
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
  }
}
