package dev.fedbytweets.local.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LakeDirectoryTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"file://", "file:", ""})
  void aFileMayBeNamedInAnyForm(String form) {
    LakeDirectory lake = new LakeDirectory(Path.of("/none/50%20 a"));

    assertThat(lake.file(form + "/none/50%20 a/silver/tweets/data/file:1.parquet"))
        .isEqualTo(Path.of("/none/50%20 a/silver/tweets/data/file:1.parquet"));
  }

  @ParameterizedTest
  @CsvSource({
    "/old/silver/tweets/data/day=1/a.parquet, /none/lake/silver/tweets/data/day=1/a.parquet",
    "/none/lake/bronze/users/metadata/1.json, /none/lake/bronze/users/metadata/1.json",
    "/none/lake/x/bronze/users/metadata/1.avro, /none/lake/bronze/users/metadata/1.avro",
    "/bronze/users/data/silver/places/data/1, /none/lake/silver/places/data/1",
    "/silver/tweets/other/a.parquet, /silver/tweets/other/a.parquet",
    "/old/lead/tweets/data/a.parquet, /old/lead/tweets/data/a.parquet",
  })
  void aFileOfATableIsInTheLakeWhereverItWas(String location, Path file) {
    assertThat(new LakeDirectory(Path.of("/none/lake")).file("file://" + location)).isEqualTo(file);
  }

  @Test
  void theNearestLakeAboveIsTaken() throws IOException {
    Path top = folder.toRealPath();
    Path below = Files.createDirectories(top.resolve("a/b"));
    assertThat(LakeDirectory.nearest(below).root()).isEqualTo(below.resolve("lake-data"));
    Files.createDirectories(top.resolve("lake-data/bronze"));
    assertThat(LakeDirectory.nearest(below).root()).isEqualTo(top.resolve("lake-data"));
    assertThat(LakeDirectory.nearest(top).root()).isEqualTo(top.resolve("lake-data"));
    Files.createDirectories(top.resolve("a/lake-data"));
    assertThat(LakeDirectory.nearest(below).root()).isEqualTo(top.resolve("lake-data"));
    Files.createFile(top.resolve("a/lake-data/catalog.db"));
    assertThat(LakeDirectory.nearest(below).root()).isEqualTo(top.resolve("a/lake-data"));
    Path inside = Files.createDirectories(top.resolve("a/lake-data/raw/x"));
    assertThat(LakeDirectory.nearest(inside).root()).isEqualTo(top.resolve("a/lake-data"));
    Files.createDirectories(below.resolve("lake-data"));
    assertThat(LakeDirectory.nearest(below).root()).isEqualTo(below.resolve("lake-data"));
  }

  @Test
  void linksAreFollowedAlsoAboveWhatDoesNotExist() throws IOException {
    Path real = Files.createDirectories(folder.resolve("real")).toRealPath();
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("real"));

    assertThat(new LakeDirectory(link.resolve("new/lake")).root())
        .isEqualTo(real.resolve("new/lake"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"/a/b-c_1.x | /a/b-c_1.x", "/my lake | '/my lake'", "/it's | '/it'\\''s'"},
      quoteCharacter = '"')
  void pathsAreQuotedForAShell(String path, String quoted) {
    assertThat(new LakeDirectory(Path.of(path)).command("status").toString())
        .isEqualTo(ProgramName.current() + " status --dir " + quoted);
  }
}
