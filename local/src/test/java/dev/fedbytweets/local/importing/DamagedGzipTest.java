package dev.fedbytweets.local.importing;

import static dev.fedbytweets.local.importing.Responses.gzip;
import static dev.fedbytweets.local.importing.Responses.page;
import static dev.fedbytweets.local.importing.Responses.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Of a damaged gzip file everything that can be decompressed goes in, and the damage is reported
/// with its place in the file.
class DamagedGzipTest {

  private static final byte[] A = gzip(utf8(page("1") + "\n"));
  private static final byte[] B = gzip(utf8(page("2") + "\n"));
  private static final byte[] C = gzip(utf8(page("3") + "\n"));

  @TempDir private Path folder;
  private ImportFixture lake;

  @BeforeEach
  void open() {
    lake = new ImportFixture(folder);
  }

  /// The header's bytes: two that are fixed, the method, the flags, four of a time, two more.
  @ParameterizedTest
  @CsvSource({
    "0, 0x01", "0, 0x80", "1, 0x10", "2, 0x08", "2, 0x01", "3, 0x20", "3, 0x40", "3, 0x80"
  })
  void aMemberWithADamagedHeaderIsReportedAndTheNextOnesGoIn(int index, int bit) {
    byte[] damaged = B.clone();
    damaged[index] ^= (byte) bit;

    ImportReport report = lake.imports(lake.file("a.gz", joined(A, damaged, C)));

    assertThat(lake.pages()).containsExactlyInAnyOrder(page("1"), page("3"));
    assertThat(reasons(report))
        .containsExactly(
            "the compressed data is damaged at byte %d of the file".formatted(A.length));
    assertThat(report.isSuccess()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0x02, 0x04, 0x08, 0x10})
  void aHeaderThatClaimsAnotherPartIsDamagedToo(int flag) {
    byte[] damaged = B.clone();
    damaged[3] ^= (byte) flag;

    ImportReport report = lake.imports(lake.file("a.gz", joined(A, damaged, C)));

    assertThat(lake.pages()).contains(page("1"), page("3"));
    assertThat(report.lost()).isPositive();
    assertThat(reasons(report)).anyMatch(reason -> reason.contains("is damaged at byte "));
  }

  @Test
  void anyDamagedByteOfAMemberCostsNoOtherMember() {
    for (int index = 0; index < B.length; index++) {
      lake = new ImportFixture(folder);
      byte[] damaged = B.clone();
      damaged[index] ^= 0x55;

      ImportReport report = lake.imports(lake.file("a.gz", joined(A, damaged, C)));

      assertThat(lake.pages()).as("byte %d", index).contains(page("1"), page("3"));
      boolean isHarmless = index >= 4 && index < 10;
      assertThat(report.isSuccess()).as("byte %d", index).isEqualTo(isHarmless);
    }
  }

  @Test
  void aMemberThatWasCutShortAnywhereSwallowsNoOtherMember() {
    for (int length = 1; length < B.length; length++) {
      lake = new ImportFixture(folder);

      ImportReport report = lake.imports(lake.file("a.gz", joined(A, Arrays.copyOf(B, length), C)));

      assertThat(lake.pages()).as("%d bytes", length).contains(page("1"), page("3"));
      assertThat(report.lost()).as("%d bytes", length).isPositive();
    }
  }

  @Test
  void theLastMemberMayBreakOffAnywhere() {
    for (int length = 1; length < B.length; length++) {
      lake = new ImportFixture(folder);

      ImportReport report = lake.imports(lake.file("a.gz", joined(A, Arrays.copyOf(B, length))));

      assertThat(lake.pages()).as("%d bytes", length).contains(page("1"));
      assertThat(report.lost()).as("%d bytes", length).isEqualTo(1);
    }
    assertThat(lake.pages()).containsExactlyInAnyOrder(page("1"), page("2"));
  }

  @ParameterizedTest
  @CsvSource({"8", "4"})
  void aWrongChecksumOrLengthIsReportedAndTheContentGoesIn(int fromEnd) {
    byte[] damaged = B.clone();
    damaged[B.length - fromEnd] ^= 1;

    ImportReport report = lake.imports(lake.file("a.gz", joined(A, damaged, C)));

    assertThat(lake.pages()).containsExactlyInAnyOrder(page("1"), page("2"), page("3"));
    assertThat(reasons(report))
        .containsExactly(
            "the compressed data is damaged at byte %d of the file"
                .formatted(A.length + B.length - 8));
    assertThat(report.isSuccess()).isFalse();
  }

  @Test
  void zerosBetweenMembersAreReported() {
    ImportReport report = lake.imports(lake.file("a.gz", joined(A, new byte[100_000], B)));

    assertThat(lake.pages()).containsExactlyInAnyOrder(page("1"), page("2"));
    assertThat(reasons(report))
        .containsExactly(
            "the compressed data is damaged at byte %d of the file".formatted(A.length));
    assertThat(report.isSuccess()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 512, 100_000})
  void zerosAtTheEndAreNoDamage(int zeros) {
    ImportReport report = lake.imports(lake.file("a.gz", joined(A, B, new byte[zeros])));

    assertThat(lake.pages()).containsExactlyInAnyOrder(page("1"), page("2"));
    assertThat(report.firstRejected()).isEmpty();
    assertThat(report.isSuccess()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"done\n", "\n", "\u001f", "\u001f\u008b\b\u0000 rest", "x{\"data\":1}"})
  void whatStandsBehindTheLastMemberIsReported(String text) {
    byte[] behind = text.getBytes(StandardCharsets.ISO_8859_1);

    ImportReport report = lake.imports(lake.file("a.gz", joined(A, behind)));

    assertThat(lake.pages()).containsExactly(page("1"));
    assertThat(report.lost()).isEqualTo(1);
    assertThat(report.isSuccess()).isFalse();
  }

  @Test
  void pagesInPlainTextAroundMembersGoInToo() {
    byte[] plain = utf8(page("4") + "\n" + page("5") + "\n");

    ImportReport behind = lake.imports(lake.file("a.gz", joined(A, plain)));
    ImportReport between = lake.imports(lake.file("b.gz", joined(A, plain, B)));
    ImportReport before = lake.imports(lake.file("c.gz", joined(plain, C)));

    assertThat(lake.pages())
        .containsExactlyInAnyOrder(page("1"), page("2"), page("3"), page("4"), page("5"));
    String damage = "the compressed data is damaged at byte %d of the file";
    assertThat(reasons(behind)).containsExactly(damage.formatted(A.length));
    assertThat(reasons(between))
        .containsExactly(damage.formatted(A.length), damage.formatted(A.length + plain.length));
    assertThat(reasons(before)).containsExactly(damage.formatted(plain.length));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u0000\u0000\u0000", "junk", "HTTP/1.1 200 OK\r\n\r\n", "\u001f\u001f\u008b"})
  void whatStandsBeforeTheFirstMemberIsReportedAndQuarantined(String text) {
    byte[] junk = text.getBytes(StandardCharsets.ISO_8859_1);

    ImportReport report = lake.imports(lake.file("a.gz", joined(junk, A, B)));

    assertThat(lake.pages()).containsExactlyInAnyOrder(page("1"), page("2"));
    assertThat(reasons(report))
        .last()
        .isEqualTo("the compressed data is damaged at byte %d of the file".formatted(junk.length));
    assertThat(report.isSuccess()).isFalse();
  }

  @Test
  void whatDamageLeftOfARecordIsQuarantinedAndNeverPutTogether() {
    String posts = "{\"data\":[{\"id\":\"1\"},";
    String others = "{\"id\":\"2\"}]}";
    byte[] lost = gzip(utf8("{\"id\":\"3\"}]}\n{\"data\":["));
    lost[1] = 0;

    ImportReport report =
        lake.imports(
            lake.file(
                "a.gz", joined(gzip(utf8(posts)), lost, gzip(utf8(others + "\n" + page("4"))))));

    assertThat(lake.pages()).containsExactly(page("4"));
    assertThat(lake.quarantined()).containsValue(posts);
    assertThat(report.firstRejected().getFirst().toString())
        .endsWith(
            "a.gz, line 1 (byte 0): the compressed data is damaged at byte %d of the file"
                .formatted(gzip(utf8(posts)).length));
  }

  @Test
  void aRecordMayGoThroughMembers() {
    byte[] text = utf8(page("1") + "\n" + page("2") + "\n");
    byte[][] members =
        IntStream.range(0, text.length)
            .mapToObj(index -> gzip(new byte[] {text[index]}))
            .toArray(byte[][]::new);

    ImportReport report = lake.imports(lake.file("a.gz", joined(members)));

    assertThat(report.firstRejected()).isEmpty();
    assertThat(lake.pages()).containsExactlyInAnyOrder(page("1"), page("2"));
  }

  @Test
  void headersWithEveryOptionalPartAreRead() throws IOException {
    byte[] name = {0x1f, (byte) 0x8b, 8, 0x1f, 0, 0, 0, 0, 0, 3, 2, 0, 7, 7, 'n', 0, 'c', 0, 1, 2};
    byte[] rest = Arrays.copyOfRange(B, 10, B.length);

    ImportReport report = lake.imports(lake.file("a.gz", joined(A, name, rest, C)));

    assertThat(report.firstRejected()).isEmpty();
    assertThat(lake.pages()).hasSize(3);
  }

  @Test
  void whatWasDecompressedBeforeTheDamageIsRead() throws IOException {
    String lines =
        IntStream.range(0, 3000)
            .mapToObj(i -> page(Integer.toString(i * 7919)))
            .collect(Collectors.joining("\n", "", "\n"));
    byte[] large = gzip(utf8(lines));
    Arrays.fill(large, large.length / 2, large.length / 2 + 200, (byte) 0xFF);

    ImportReport report = lake.imports(lake.file("a.gz", joined(large, B)));

    assertThat(lake.pages()).contains(page("2")).hasSizeGreaterThan(1000);
    assertThat(lines.lines().toList()).containsAll(List.of(lake.pages().getFirst()));
    assertThat(report.lost()).isPositive();
  }

  @Test
  void aPlainFileStaysWhatItIsHoweverItIsRead() throws IOException {
    byte[] content = new byte[200_000];
    for (int i = 0; i < content.length; i++) {
      content[i] = (byte) (i % 251 == 0 ? 0x1f : i % 7);
    }

    try (InputStream in = new SourceContent(FileChannel.open(lake.file("a.bin", content)))) {
      assertThat(in.readAllBytes()).isEqualTo(content);
    }
  }

  private static List<String> reasons(ImportReport report) {
    return report.firstRejected().stream()
        .map(RejectedRecord::reason)
        .filter(RejectionReason::isLoss)
        .map(RejectionReason::description)
        .toList();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }
}
