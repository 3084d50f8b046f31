package dev.fedbytweets.local.importing;

import static dev.fedbytweets.local.importing.ImportFixture.reasons;
import static dev.fedbytweets.local.importing.Packed.bzip2;
import static dev.fedbytweets.local.importing.Packed.files;
import static dev.fedbytweets.local.importing.Packed.tar;
import static dev.fedbytweets.local.importing.Packed.zip;
import static dev.fedbytweets.local.importing.Packed.zstd;
import static dev.fedbytweets.local.importing.Responses.gzip;
import static dev.fedbytweets.local.importing.Responses.page;
import static dev.fedbytweets.local.importing.Responses.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What is in compressed and packed files goes in, whatever they are called, and of damaged ones
/// what can be read.
class PackedFilesTest {

  private static final byte[] LINES = utf8(page("1") + "\n" + page("2") + "\n");

  @TempDir private Path folder;
  private ImportFixture lake;

  @BeforeEach
  void open() {
    lake = new ImportFixture(folder);
  }

  static Stream<Arguments> packings() {
    Map<String, byte[]> two = files("a.jsonl", utf8(page("1")), "in/b.json", utf8(page("2")));
    return Stream.of(
        Arguments.of("plain", LINES),
        Arguments.of("gzip", gzip(LINES)),
        Arguments.of("zstandard", zstd(LINES)),
        Arguments.of("bzip2", bzip2(LINES)),
        Arguments.of("zip", zip(two)),
        Arguments.of("tar", tar(two)),
        Arguments.of("tar.gz", gzip(tar(two))),
        Arguments.of("tar.zst", zstd(tar(two))),
        Arguments.of("tar.bz2", bzip2(tar(two))),
        Arguments.of("gzip twice", gzip(gzip(LINES))),
        Arguments.of(
            "files of all kinds in a zip",
            zip(files("a.gz", gzip(utf8(page("1"))), "b.zst", zstd(utf8(page("2")))))),
        Arguments.of(
            "files of all kinds in a tar",
            tar(
                files(
                    "a.bz2",
                    bzip2(utf8(page("1"))),
                    "b.zip",
                    zip(Map.of("c", gzip(utf8(page("2")))))))),
        Arguments.of("two frames", joined(zstd(utf8(page("1") + "\n")), zstd(utf8(page("2"))))),
        Arguments.of("two streams", joined(bzip2(utf8(page("1") + "\n")), bzip2(utf8(page("2"))))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("packings")
  void whatAFileIsFollowsFromItsBytes(String packing, byte[] content) {
    ImportReport report = lake.imports(lake.file("it.txt", content));

    assertThat(reasons(report)).isEmpty();
    assertThat(lake.pages()).containsExactlyInAnyOrder(page("1"), page("2"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("packings")
  void standardInputTakesTheSame(String packing, byte[] content) {
    ImportReport report = lake.importsFromInput(content);

    assertThat(reasons(report)).isEmpty();
    assertThat(lake.pages()).containsExactlyInAnyOrder(page("1"), page("2"));
  }

  @Test
  void hiddenFilesAndMetadataInAnArchiveAreLeftOut() {
    byte[] junk = utf8("junk");
    Map<String, byte[]> files = files("__MACOSX/._a", junk, "raw/p.json.gz.meta.json", junk);
    files.put(".DS_Store", junk);
    files.put("a.json", utf8(page("1")));

    ImportReport report =
        lake.imports(lake.file("a.zip", zip(files)), lake.file("a.tar", tar(files)));

    assertThat(reasons(report)).isEmpty();
    assertThat(report.pages()).isEqualTo(2);
  }

  @Test
  void aRejectedLineInAnArchiveIsReportedWithItsPlace() {
    Path zip = lake.file("a.zip", zip(Map.of("in/b.jsonl", utf8(page("1") + "\n{]\n"))));

    ImportReport report = lake.imports(zip);

    assertThat(report.firstRejected())
        .singleElement()
        .asString()
        .startsWith(zip.resolve("in/b.jsonl") + ", line 2 (byte ");
  }

  static Stream<Arguments> compressions() {
    byte[] content = utf8(manyPages());
    return Stream.of(
        Arguments.of("gzip", gzip(content)),
        Arguments.of("zstandard", zstd(content)),
        Arguments.of("bzip2", bzip2(content)),
        Arguments.of("zip", zip(Map.of("a.jsonl", content))),
        Arguments.of("tar.gz", gzip(tar(Map.of("a.jsonl", content)))),
        Arguments.of("tar", tar(Map.of("a.jsonl", content))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("compressions")
  void ofATruncatedFileWhatIsWholeGoesIn(String packing, byte[] content) {
    byte[] cut = Arrays.copyOf(content, content.length * 2 / 3);

    ImportReport report = lake.imports(lake.file("cut", cut));

    assertThat(report.stored()).isBetween(400L, 1990L);
    assertThat(manyPages().lines()).containsAll(lake.pages());
    assertThat(reasons(report))
        .anyMatch(reason -> reason.contains("breaks off at byte ") || reason.contains("damaged"));
    assertThat(report.isSuccess()).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("compressions")
  void ofADamagedFileWhatIsReadableGoesIn(String packing, byte[] content) {
    byte[] damaged = content.clone();
    for (int i = content.length * 2 / 3; i < content.length * 2 / 3 + 50; i++) {
      damaged[i] ^= 0x55;
    }

    ImportReport report = lake.imports(lake.file("damaged", damaged));

    assertThat(manyPages().lines().filter(new HashSet<>(lake.pages())::contains))
        .hasSizeBetween(400, 1999);
    assertThat(report.rejected()).isPositive();
  }

  @Test
  void damageIsReportedWithItsPlaceInTheFile() {
    byte[] bzip2 = bzip2(utf8(manyPages()));
    byte[] zstd = zstd(utf8(manyPages()));
    int length = bzip2.length / 2;

    ImportReport report =
        lake.imports(
            lake.file("a.bz2", Arrays.copyOf(bzip2, length)),
            lake.file("b.zst", Arrays.copyOf(zstd, zstd.length / 2)));

    assertThat(reasons(report))
        .contains(
            "the compressed data breaks off at byte %d of the file".formatted(length),
            "the compressed data breaks off at byte %d of the file".formatted(zstd.length / 2));
  }

  @Test
  void aDamagedFileInAnArchiveCostsItself() {
    byte[] content = utf8(manyPages());
    Map<String, byte[]> files = files("a.jsonl", content, "b.jsonl", utf8(page("x")));
    byte[] zip = zip(files);
    zip[zip.length / 2] ^= 0x55;

    ImportReport report = lake.imports(lake.file("a.zip", zip));

    assertThat(lake.pages()).contains(page("x"));
    assertThat(reasons(report)).contains("it is damaged in the archive");
    assertThat(report.isSuccess()).isFalse();
  }

  @Test
  void whatIsPackedTooOftenIsRefused() {
    byte[] content = LINES;
    for (int i = 0; i < 10; i++) {
      content = gzip(content);
    }

    ImportReport report = lake.imports(lake.file("a.gz", content));

    assertThat(reasons(report))
        .containsExactly("it is packed too often: unpack it, and import what is in it");
  }

  @Test
  void aWholeArchiveMayBeDamaged() {
    byte[] noise = new byte[5000];
    new Random(1).nextBytes(noise);
    byte[] zip = joined(new byte[] {'P', 'K', 3, 4}, noise);
    byte[] bzip2 = joined(utf8("BZh9"), noise);
    byte[] zstd = joined(new byte[] {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD}, noise);

    ImportReport report =
        lake.imports(
            lake.file("a.zip", zip),
            lake.file("b.bz2", bzip2),
            lake.file("c.zst", zstd),
            lake.file("d.json", page("1")));

    assertThat(lake.pages()).containsExactly(page("1"));
    assertThat(report.firstRejected().stream().map(record -> record.position().file().toString()))
        .anyMatch(file -> file.contains("a.zip"))
        .anyMatch(file -> file.contains("b.bz2"))
        .anyMatch(file -> file.contains("c.zst"));
  }

  private static String manyPages() {
    Random random = new Random(7);
    return IntStream.range(0, 2000)
        .mapToObj(i -> page(Long.toString(random.nextLong(1L << 60))))
        .collect(Collectors.joining("\n"));
  }

  private static byte[] joined(byte[] first, byte[] second) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.writeBytes(first);
    joined.writeBytes(second);
    return joined.toByteArray();
  }
}
