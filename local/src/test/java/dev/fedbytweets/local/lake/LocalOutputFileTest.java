package dev.fedbytweets.local.lake;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.fedbytweets.core.failure.MisconfiguredException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.iceberg.io.PositionOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file that cannot be written is a matter for a person, and not for another try.
class LocalOutputFileTest {

  private static final Path FULL = Path.of("/dev/full");

  @TempDir private Path folder;

  @Test
  void aFullDiskIsToldAsOne() {
    assumeThat(FULL).exists();
    PositionOutputStream stream =
        new LocalOutputFile(FULL, new LakeDirectory(folder)).createOrOverwrite();

    assertThatExceptionOfType(MisconfiguredException.class)
        .isThrownBy(
            () -> {
              stream.write(new byte[100]);
              stream.close();
            })
        .withMessage("cannot write /dev/full: the disk is full");
  }

  @Test
  void aFolderThatCannotBeMadeIsTold() throws IOException {
    Path file = Files.createFile(folder.resolve("silver"));
    LocalOutputFile inIt =
        new LocalOutputFile(file.resolve("tweets/a.parquet"), new LakeDirectory(folder));

    assertThatExceptionOfType(MisconfiguredException.class)
        .isThrownBy(inIt::create)
        .withMessageContaining("cannot write " + file.resolve("tweets/a.parquet"));
  }
}
