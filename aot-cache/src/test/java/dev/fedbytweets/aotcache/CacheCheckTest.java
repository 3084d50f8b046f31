package dev.fedbytweets.aotcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One function is trained as the images train it, with the jars that its module packaged.
class CacheCheckTest {

  private static final Function FUNCTION = Function.GET_TWEETS;
  private static final Path ENTRY_POINT = Path.of("..", "docker", "entrypoint");
  private static final Path PACKAGED =
      Path.of("..", "functions", FUNCTION.hyphenated(), "target", "image");

  @TempDir private static Path directory;
  private static FunctionImage image;

  @TempDir private Path objects;

  @BeforeAll
  static void train() throws Exception {
    image = copy(directory.resolve("image"));

    assertThat(run("train", image.root())).isEqualTo("0");
  }

  @Test
  void aFreshProcessTakesNearlyAllClassesFromTheCache() throws Exception {
    LoadedClasses classes = CacheCheck.check(image, FUNCTION, objects);

    assertThat(classes.fromCache()).isGreaterThan(4000);
    assertThat(classes.share()).isGreaterThan(0.99);
  }

  @Test
  void theCacheOfAnotherClassPathIsRefused() throws Exception {
    FunctionImage changed = trainedCopy("changed");
    Files.copy(anyJar(changed.root().resolve("app")), changed.root().resolve("lib", "0-more.jar"));

    assertThatThrownBy(() -> CacheCheck.check(changed, FUNCTION, objects))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(changed.cache() + " was made for another JVM or other jars")
        .hasMessageContaining("lib/0-more.jar")
        .hasMessageContaining("is new or was changed. Train again");
  }

  @Test
  void aBrokenCacheIsRefusedWithWhatTheJvmSays() throws Exception {
    FunctionImage broken = trainedCopy("broken");
    Files.write(broken.cache(), new byte[4096]);

    assertThatThrownBy(() -> CacheCheck.check(broken, FUNCTION, objects))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("the JVM does not accept %s: it is broken", broken.cache())
        .hasMessageContaining("The JVM says:")
        .hasMessageContaining("AOT cache");
  }

  @Test
  void withoutTrainingThereIsNothingToCheck() throws Exception {
    FunctionImage untrained = copy(directory.resolve("untrained"));

    assertThatThrownBy(() -> CacheCheck.check(untrained, FUNCTION, objects))
        .isInstanceOf(RefusedException.class)
        .hasMessage("there is no cache %s: train first", untrained.cache());
  }

  private static String run(String command, Path root) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    int status =
        AotCacheMain.run(
            List.of(command, FUNCTION.hyphenated(), root.toString(), ENTRY_POINT.toString()),
            stream,
            stream);
    return status == 0 ? "0" : err.toString(StandardCharsets.UTF_8);
  }

  private static FunctionImage trainedCopy(String folder) throws IOException {
    FunctionImage copy = copy(directory.resolve(folder));
    Files.copy(image.cache(), copy.cache());
    Files.copy(image.trainedFor(), copy.trainedFor());
    return copy;
  }

  private static Path anyJar(Path folder) throws IOException {
    try (Stream<Path> jars = Files.list(folder)) {
      return jars.findFirst().orElseThrow();
    }
  }

  /// The jars as they were packaged, without a cache.
  private static FunctionImage copy(Path root) throws IOException {
    for (String folder : List.of("app", "lib")) {
      Files.createDirectories(root.resolve(folder));
      try (Stream<Path> jars = Files.list(PACKAGED.resolve(folder))) {
        for (Path jar : jars.toList()) {
          Files.copy(
              jar,
              root.resolve(folder).resolve(jar.getFileName()),
              StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
    return new FunctionImage(root, ENTRY_POINT);
  }
}
