package dev.fedbytweets.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A lake works in a folder of any name, with characters that addresses of databases give a
/// meaning.
class OddLakeNamesTest {

  private static final long POST = 1_538_600_000_000_000_000L;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"what?mode=memory", "100%", "50%41", "c#", "a b", "é&;='\"\\", "a\nb"})
  void theCatalogIsInTheLakeAndNowhereElse(String name) throws IOException {
    Path root = folder.resolve(name);
    Commands lake = new Commands(root);

    lake.importPosts(POST);

    assertThat(lake.rows("SELECT count(*) FROM tweets")).containsExactly("1");
    assertThat(lake.complained()).isEmpty();
    assertThat(root.resolve("catalog.db")).isNotEmptyFile();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files)
          .containsExactlyInAnyOrder(root, folder.resolve("page-%d.json".formatted(POST)));
    }
  }
}
