package dev.fedbytweets.local.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalFileIOTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///lakes/50%20 a/silver/file:1.parquet",
        "file:/lakes/50%20 a/silver/file:1.parquet",
        "/lakes/50%20 a/silver/file:1.parquet"
      })
  void aFileMayBeNamedInAnyForm(String location) {
    assertThat(LocalFileIO.path(location))
        .isEqualTo(Path.of("/lakes/50%20 a/silver/file:1.parquet"));
  }
}
