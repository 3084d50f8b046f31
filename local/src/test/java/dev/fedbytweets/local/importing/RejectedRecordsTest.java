package dev.fedbytweets.local.importing;

import static dev.fedbytweets.local.importing.Responses.gzip;
import static dev.fedbytweets.local.importing.Responses.page;
import static dev.fedbytweets.local.importing.Responses.pretty;
import static dev.fedbytweets.local.importing.Responses.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What cannot be imported is reported with its position and quarantined, and the rest goes in.
class RejectedRecordsTest {

  private static final String ONE = page("1538600000000000000");
  private static final String TWO = page("1538649726790381573");
  private static final String CUT = ONE.substring(0, 40);

  @TempDir private Path folder;
  private ImportFixture lake;

  @BeforeEach
  void open() {
    lake = new ImportFixture(folder);
  }

  static Stream<Arguments> brokenLines() {
    return Stream.of(
        Arguments.of(CUT, "it breaks off before its end"),
        Arguments.of("{\"data\":[{\"id\":\"1\"}", "it breaks off before its end"),
        Arguments.of("{\"data\":[{\"id\":\"1\"},", "it breaks off before its end"),
        Arguments.of("{\"data\":[{\"id\":\"1\"}],\"meta\":", "it breaks off before its end"),
        Arguments.of("{\"data\":[{\"id\":\"1\\", "it breaks off before its end"),
        Arguments.of("{", "it breaks off before its end"),
        Arguments.of("{\"data\":[{\"id\":NaN}]}", "it is not valid JSON in UTF-8"),
        Arguments.of("{\"data\":[{\"id\":01}]}", "it is not valid JSON in UTF-8"),
        Arguments.of("{\"data\":[}]}", "it is not valid JSON in UTF-8"),
        Arguments.of("{'data':[]}", "it is not valid JSON in UTF-8"),
        Arguments.of("{\"data\":[1 2]}", "it is not valid JSON in UTF-8"),
        Arguments.of("<html>Bad gateway</html>", "it begins with neither { nor ["),
        Arguments.of("\"text\"", "it begins with neither { nor ["),
        Arguments.of("42", "it begins with neither { nor ["),
        Arguments.of("{}", "it is no response page"),
        Arguments.of("{\"title\":\"Unauthorized\",\"status\":401}", "it is no response page"),
        Arguments.of("{\"id\":\"1\",\"name\":\"A list\"}", "it is no response page"),
        Arguments.of(
            "{\"data\":[{\"start\":\"s\",\"tweet_count\":5}],\"meta\":{\"total_tweet_count\":5}}",
            "its data holds counts of posts, and only posts, users, places and media are taken"),
        Arguments.of(
            "{\"data\":[{\"id\":\"1\",\"name\":\"A list\"}],\"includes\":{\"users\":[]}}",
            "its data holds lists or communities, and"),
        Arguments.of("{\"data\":{\"id\":\"1\",\"state\":\"ended\"}}", "its data holds spaces, and"),
        Arguments.of(
            "{\"data\":[{\"id\":\"1\",\"text\":\"x\",\"event_type\":\"MessageCreate\"}]}",
            "its data holds direct messages, and"),
        Arguments.of("{\"data\":[{\"trend_name\":\"x\"}]}", "its data holds trends, and"),
        Arguments.of(
            "{\"data\":[{\"id\":\"1\",\"value\":\"tea\"}]}",
            "its data holds rules of a stream, and"),
        Arguments.of(
            "{\"data\":{\"id\":\"1\",\"name\":\"j\",\"upload_url\":\"u\"}}",
            "its data holds compliance jobs, and"),
        Arguments.of("{\"data\":{\"liked\":true}}", "its data holds something else, and"),
        Arguments.of(
            "{\"meta\":{},\"a\":" + "[".repeat(1001) + "]".repeat(1001) + "}",
            "it is nested too deep, or a name"),
        Arguments.of(
            "{\"meta\":{\"a\":" + "1".repeat(1001) + "}}", "it is nested too deep, or a name"));
  }

  @ParameterizedTest
  @MethodSource("brokenLines")
  void aBrokenLineIsReportedAndTheOthersGoIn(String line, String reason) {
    Path file = lake.file("pages.jsonl", ONE + "\n" + line + "\r\n" + TWO + "\n");

    ImportReport report = lake.imports(file);

    assertThat(lake.pages()).containsExactlyInAnyOrder(ONE, TWO);
    assertThat(report.rejected()).isEqualTo(1);
    RejectedRecord rejected = report.firstRejected().getFirst();
    assertThat(rejected.position()).isEqualTo(new SourcePosition(file, 2, 0, utf8(ONE).length + 1));
    assertThat(rejected.length()).isEqualTo(utf8(line).length);
    assertThat(rejected.toString())
        .startsWith(file + ", line 2 (byte " + (utf8(ONE).length + 1) + "): " + reason);
    assertThat(lake.quarantined()).containsValues(line).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("brokenLines")
  void aBrokenLineMayBeTheFirstOrTheLast(String line, String reason) {
    Path first = lake.file("a.jsonl", line + "\n" + ONE + "\n");
    Path last = lake.file("b.jsonl", TWO + "\n" + line);

    ImportReport report = lake.imports(first, last);

    assertThat(lake.pages()).containsExactlyInAnyOrder(ONE, TWO);
    assertThat(report.firstRejected())
        .extracting(
            rejected -> rejected.position().file(),
            rejected -> rejected.position().line(),
            RejectedRecord::length)
        .containsExactly(
            tuple(first, 1L, (long) utf8(line).length), tuple(last, 2L, (long) utf8(line).length));
    assertThat(lake.quarantined()).containsValues(line).hasSize(1);
  }

  static Stream<Arguments> brokenElements() {
    return Stream.of(
        Arguments.of("null", "it is not a JSON object"),
        Arguments.of("17", "it is not a JSON object"),
        Arguments.of("\"]\"", "it is not a JSON object"),
        Arguments.of("[" + TWO + "]", "it is not a JSON object"),
        Arguments.of("{\"data\":[{\"id\":NaN}]}", "it is not valid JSON in UTF-8"),
        Arguments.of("{\"name\":\"x\"}", "it is no response page"),
        Arguments.of(
            "{\"data\":[{\"start\":\"s\",\"tweet_count\":5}]}",
            "its data holds counts of posts, and"),
        Arguments.of("{\"data\":[" + TWO + "]}", "its data holds pages where posts belong"));
  }

  @ParameterizedTest
  @MethodSource("brokenElements")
  void aBrokenElementOfAListIsReportedAndTheOthersGoIn(String element, String reason) {
    Path file = lake.file("list.json", "[\n" + ONE + ",\n" + element + ",\n" + page("17") + "]");

    ImportReport report = lake.imports(file);

    assertThat(lake.pages()).containsExactlyInAnyOrder(ONE, page("17"));
    assertThat(report.firstRejected())
        .singleElement()
        .satisfies(
            rejected ->
                assertThat(rejected.position())
                    .isEqualTo(new SourcePosition(file, 3, 2, utf8("[\n" + ONE + ",\n").length)))
        .satisfies(
            rejected ->
                assertThat(rejected.toString())
                    .contains("list.json, line 3, page 2 (byte", reason));
    assertThat(lake.quarantined()).containsValues(element).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{\"name\":\"x\"}", "{\"data\":[{\"id\":NaN}]}"})
  void aBundleMayBeginWithABrokenElement(String element) {
    Path file = lake.file("bundle.json", "{\"data\":[ " + element + " ,\n" + ONE + "]}");

    ImportReport report = lake.imports(file);

    assertThat(lake.pages()).containsExactly(ONE);
    assertThat(report.firstRejected())
        .extracting(RejectedRecord::position)
        .containsExactly(new SourcePosition(file, 1, 1, 10));
    assertThat(lake.quarantined()).containsValues(element).hasSize(1);
  }

  @Test
  void whatIsWholeInATruncatedBundleGoesIn() {
    Path file = lake.file("bundle.json", "{\"data\":[\n" + ONE + ",\n" + TWO + ",\n" + CUT);

    ImportReport report = lake.imports(file);

    assertThat(lake.pages()).containsExactlyInAnyOrder(ONE, TWO);
    assertThat(report.firstRejected())
        .singleElement()
        .satisfies(rejected -> assertThat(rejected.position().element()).isEqualTo(3))
        .satisfies(rejected -> assertThat(rejected.position().line()).isEqualTo(4))
        .satisfies(rejected -> assertThat(rejected.reason()).isEqualTo(RejectionReason.TRUNCATED));
    assertThat(lake.quarantined()).containsValues(CUT).hasSize(1);
  }

  @Test
  void aBundleThatBreaksOffBetweenPagesIsReported() {
    Path file = lake.file("bundle.json", "{\"data\":[" + ONE + ",\n" + TWO + ",\n");

    ImportReport report = lake.imports(file);

    assertThat(lake.pages()).containsExactlyInAnyOrder(ONE, TWO);
    assertThat(report.firstRejected())
        .extracting(RejectedRecord::reason, RejectedRecord::length)
        .containsExactly(tuple(RejectionReason.TRUNCATED, 0L));
    assertThat(lake.quarantined()).isEmpty();
  }

  @Test
  void linesAfterATruncatedBundleGoIn() {
    String text = "{\"data\":[" + ONE + ",{\"da\n" + TWO + "\n" + page("17") + "\n";

    ImportReport report = lake.imports(lake.file("mixed.jsonl", text));

    assertThat(lake.pages()).containsExactlyInAnyOrder(ONE, TWO, page("17"));
    assertThat(lake.quarantined()).containsValues("{\"da").hasSize(1);
    assertThat(report.rejected()).isEqualTo(1);
  }

  @Test
  void aTruncatedPageOverSeveralLinesIsOnePiece() {
    String cut = pretty(ONE).substring(0, pretty(ONE).length() - 20).strip();
    Path file = lake.file("pages.json", TWO + "\n" + cut + "\n");

    ImportReport report = lake.imports(file);

    assertThat(lake.pages()).containsExactly(TWO);
    assertThat(report.firstRejected())
        .extracting(RejectedRecord::reason)
        .containsExactly(RejectionReason.TRUNCATED);
    assertThat(lake.quarantined()).containsValues(cut).hasSize(1);
  }

  @Test
  void whatFollowsAPageOnItsLineIsSetAside() {
    ImportReport report = lake.imports(lake.file("p.jsonl", ONE + ", trailing\n" + TWO + "]\n"));

    assertThat(lake.pages()).containsExactlyInAnyOrder(ONE, TWO);
    assertThat(lake.quarantined().values()).containsExactly(", trailing\n]");
    assertThat(report.rejected()).isEqualTo(2);
  }

  @Test
  void aTruncatedCompressedFileGivesWhatIsWhole() {
    String text =
        IntStream.range(0, 500)
            .mapToObj(i -> page(Integer.toString(i)))
            .collect(Collectors.joining("\n"));
    byte[] compressed = gzip(utf8(text));
    Path file = lake.file("cut.jsonl.gz", Arrays.copyOf(compressed, compressed.length / 2));

    ImportReport report = lake.imports(file);

    assertThat(report.stored()).isBetween(10L, 490L);
    assertThat(text.lines()).containsAll(lake.pages());
    assertThat(report.firstRejected())
        .extracting(RejectedRecord::reason)
        .containsExactly(RejectionReason.breaksOffAt(compressed.length / 2));
    assertThat(report.lost()).isEqualTo(1);
  }

  @Test
  void aDamagedCompressedFileIsReported() {
    byte[] checksum = gzip(utf8(ONE));
    checksum[checksum.length - 6] ^= 1;
    byte[] header = {0x1f, (byte) 0x8b, 8};
    Path wrong = lake.file("a.gz", checksum);
    Path shortened = lake.file("b.gz", header);

    ImportReport report = lake.imports(wrong, shortened);

    assertThat(report.firstRejected())
        .extracting(RejectedRecord::toString)
        .containsExactly(
            "%s, line 1 (byte %d): the compressed data is damaged at byte %d of the file"
                .formatted(wrong, utf8(ONE).length, checksum.length - 8),
            shortened + ", line 1 (byte 0): the compressed data breaks off at byte 3 of the file");
    assertThat(lake.pages()).containsExactly(ONE);
  }

  @Test
  void anEmptyFileIsReported() {
    Path empty = lake.file("a.json", "");
    Path blank = lake.file("b.json", "\uFEFF \n\n");
    Path compressed = lake.file("c.json", gzip(new byte[0]));

    ImportReport report = lake.imports(empty, blank, compressed);

    assertThat(report.pages()).isZero();
    assertThat(report.firstRejected())
        .extracting(RejectedRecord::toString)
        .containsExactly(
            empty + ", line 1 (byte 0): there is nothing in it",
            blank + ", line 3 (byte 6): there is nothing in it",
            compressed + ", line 1 (byte 0): there is nothing in it");
    assertThat(lake.quarantined()).isEmpty();
  }

  @Test
  void twoBytesForEachCharacterAreReportedAndKept() {
    Path wide = lake.file("wide.json", ("\uFEFF" + ONE).getBytes(StandardCharsets.UTF_16LE));

    ImportReport report = lake.imports(wide);

    assertThat(report.firstRejected())
        .extracting(RejectedRecord::reason)
        .containsExactly(RejectionReason.UTF_16);
    assertThat(lake.quarantined()).hasSize(1);
  }

  @Test
  void setAsideBytesAreExactAndTellWhereTheyCameFrom() {
    Path file = lake.file("caf\u00e9.jsonl", ONE + "\n" + CUT + "\n" + TWO);

    lake.imports(file);

    String key = "quarantine/import/" + sha256(CUT) + ".json.gz";
    assertThat(lake.quarantined()).containsExactly(Map.entry(key, CUT));
    assertThat(lake.store().read(key).orElseThrow().metadata())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "subject", "coffee",
                "reason", "it breaks off before its end",
                "source", "caf%C3%A9.jsonl",
                "line", "2",
                "element", "0",
                "offset", Integer.toString(utf8(ONE).length + 1),
                "length", Integer.toString(utf8(CUT).length),
                "pieces", "1",
                "file", MendedParts.identity(file).orElseThrow()));
  }

  @Test
  void aMillionFlattenedPostsAreNotAMillionObjects() {
    String lines =
        IntStream.range(0, 2500)
            .mapToObj(i -> "{\"id\":\"%d\",\"__twarc\":{}}\n".formatted(i))
            .collect(Collectors.joining());
    Path file = lake.file("flat.jsonl", lines);

    ImportReport report = lake.imports(file);

    assertThat(report.rejected()).isEqualTo(2500);
    assertThat(report.firstRejected()).hasSize(100);
    assertThat(lake.quarantined()).hasSize(3);
    assertThat(lake.quarantined().keySet()).allMatch(key -> key.endsWith(".jsonl.gz"));
    assertThat(lake.quarantined().values().stream().flatMap(String::lines))
        .containsExactlyInAnyOrderElementsOf(lines.lines().toList());
  }

  @Test
  void aPieceThatIsTooLongIsCutAndTheRestGoesIn() throws Exception {
    Path file = lake.file("long.jsonl", "");
    String longOne = "{\"data\":[{\"id\":\"1\",\"text\":\"" + "x".repeat(5000) + "\"}]}";
    String text = ONE + "\n" + longOne + "\n[" + longOne + "," + TWO + "]\n" + page("17");
    RecordCollector records = new RecordCollector();
    InputStream content = new SlowInput(utf8(text), 7);

    new PageExtractor(file, new RewindableInput(content, 1000, 64), records).extract();

    assertThat(records.pages()).containsExactly(ONE, TWO, page("17"));
    assertThat(records.rejected())
        .extracting(
            RejectedRecord::reason, RejectedRecord::length, rejected -> rejected.position().line())
        .containsExactly(
            tuple(RejectionReason.longerThan(1000), (long) longOne.length(), 2L),
            tuple(RejectionReason.longerThan(1000), (long) longOne.length(), 3L));
    assertThat(records.rejectedTexts())
        .allMatch(kept -> kept.length() <= 1000 && longOne.startsWith(kept));
  }

  private static String sha256(String text) {
    byte[] bytes = utf8(text);
    return new ByteSlice(bytes, 0, bytes.length).sha256();
  }
}
