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
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CachingFileIOTest {

  private static final String METADATA = "s3://lake/table/metadata/1.json";
  private static final String DATA = "s3://lake/table/data/1.parquet";

  private final FileIO files = open();
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
  void aLargeMetadataFileIsReadAndNotKept() throws Exception {
    byte[] large = new byte[MetadataFileCache.LARGEST + 1];
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
    MetadataFileCache kept = new MetadataFileCache();
    for (int file = 0; file < 4; file++) {
      kept.put("file-" + file, new byte[MetadataFileCache.LARGEST]);
    }
    assertThat(kept.get("file-0")).isNotNull();

    kept.put("file-4", new byte[1]);

    assertThat(kept.get("file-0")).isNotNull();
    assertThat(kept.get("file-1")).isNull();
    assertThat(kept.get("file-4")).isNotNull();
  }

  private static FileIO open() {
    Map<String, String> properties =
        CachingFileIO.before(Map.of("io-impl", InMemoryFileIO.class.getName()));
    return CatalogUtil.loadFileIO(properties.get("io-impl"), properties, null);
  }

  private static void write(OutputFile file, byte[] content) throws IOException {
    try (PositionOutputStream stream = file.create()) {
      stream.write(content);
    }
  }

  private static byte[] read(FileIO files) throws IOException {
    try (InputStream stream = files.newInputFile(METADATA).newStream()) {
      return stream.readAllBytes();
    }
  }
}
