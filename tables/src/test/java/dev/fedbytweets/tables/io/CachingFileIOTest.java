package dev.fedbytweets.tables.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.inmemory.InMemoryFileIO;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;
import org.apache.iceberg.io.SeekableInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CachingFileIOTest {

  private static final String METADATA = "s3://lake/table/metadata/1.json";
  private static final String DATA = "s3://lake/table/data/1.parquet";

  private final FileIO files = open(0);
  private final InMemoryFileIO storage = new InMemoryFileIO();

  @AfterEach
  void clear() {
    for (String location : new String[] {METADATA, DATA}) {
      if (storage.fileExists(location)) {
        storage.deleteFile(location);
      }
    }
  }

  @Test
  void aMetadataFileThatWasWrittenIsStoredAndNotAskedForAgain() throws Exception {
    write(files.newOutputFile(METADATA), new byte[] {1, 2, 3});
    assertThat(storage.fileExists(METADATA)).isTrue();

    storage.deleteFile(METADATA);

    assertThat(files.newInputFile(METADATA).getLength()).isEqualTo(3);
    assertThat(read(files)).containsExactly(1, 2, 3);
  }

  @Test
  void aMetadataFileThatWasReadIsNotAskedForAgain() throws Exception {
    storage.addFile(METADATA, new byte[] {4, 5});
    assertThat(read(files)).containsExactly(4, 5);

    storage.deleteFile(METADATA);

    assertThat(read(files)).containsExactly(4, 5);
  }

  @Test
  void dataIsNotKept() throws Exception {
    write(files.newOutputFile(DATA), new byte[] {1});

    storage.deleteFile(DATA);

    assertThatThrownBy(() -> files.newInputFile(DATA).newStream())
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void dataThatIsNotLargeIsReadWholeOnceIfThatIsWanted() throws Exception {
    FileIO whole = open(3);
    storage.addFile(DATA, new byte[] {1, 2, 3});
    try (SeekableInputStream stream = whole.newInputFile(DATA, 3).newStream()) {
      stream.seek(2);
      assertThat(stream.read()).isEqualTo(3);
    }

    storage.deleteFile(DATA);

    assertThat(read(whole.newInputFile(DATA, 3))).containsExactly(1, 2, 3);
    storage.addFile(DATA, new byte[0]);
    whole.deleteFile(DATA);
    assertThatThrownBy(() -> read(whole.newInputFile(DATA, 3)))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void largerDataIsReadAsItIsAskedFor() throws Exception {
    FileIO whole = open(3);
    storage.addFile(DATA, new byte[] {1, 2, 3, 4});
    assertThat(read(whole.newInputFile(DATA, 4))).containsExactly(1, 2, 3, 4);

    storage.deleteFile(DATA);

    assertThatThrownBy(() -> read(whole.newInputFile(DATA, 4)))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void aLargeMetadataFileIsReadAndNotKept() throws Exception {
    byte[] large = new byte[(4 << 20) + 1];
    write(files.newOutputFile(METADATA), large);
    assertThat(read(files)).hasSameSizeAs(large);

    storage.deleteFile(METADATA);

    assertThatThrownBy(() -> read(files)).isInstanceOf(NotFoundException.class);
  }

  @Test
  void whatIsDeletedIsGone() throws Exception {
    write(files.newOutputFile(METADATA), new byte[] {1});

    files.deleteFile(METADATA);

    assertThat(storage.fileExists(METADATA)).isFalse();
    assertThatThrownBy(() -> read(files)).isInstanceOf(NotFoundException.class);
  }

  @Test
  void whatWasNotUsedForLongestGoesFirst() {
    FileCache kept = new FileCache(10, 40);
    for (int file = 0; file < 4; file++) {
      kept.put("file-" + file, new byte[10]);
    }
    assertThat(kept.get("file-0")).isNotNull();

    kept.put("file-4", new byte[1]);

    assertThat(kept.get("file-0")).isNotNull();
    assertThat(kept.get("file-1")).isNull();
    assertThat(kept.get("file-4")).isNotNull();
  }

  private static FileIO open(int wholeBytes) {
    Map<String, String> properties =
        CachingFileIO.before(
            Map.of(
                "io-impl",
                InMemoryFileIO.class.getName(),
                CachingFileIO.WHOLE_BYTES,
                Integer.toString(wholeBytes)));
    return CatalogUtil.loadFileIO(properties.get("io-impl"), properties, null);
  }

  private static void write(OutputFile file, byte[] content) throws IOException {
    try (PositionOutputStream stream = file.create()) {
      stream.write(content);
    }
  }

  private static byte[] read(FileIO files) throws IOException {
    return read(files.newInputFile(METADATA));
  }

  private static byte[] read(InputFile file) throws IOException {
    try (InputStream stream = file.newStream()) {
      return stream.readAllBytes();
    }
  }
}
