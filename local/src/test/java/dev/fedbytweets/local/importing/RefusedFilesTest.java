package dev.fedbytweets.local.importing;

import static dev.fedbytweets.local.importing.ImportFixture.reasons;
import static dev.fedbytweets.local.importing.Packed.zip;
import static dev.fedbytweets.local.importing.Responses.gzip;
import static dev.fedbytweets.local.importing.Responses.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that hold no responses are refused by what they are, and not copied into the quarantine.
class RefusedFilesTest {

  @TempDir private Path folder;
  private ImportFixture lake;

  @BeforeEach
  void open() {
    lake = new ImportFixture(folder);
  }

  static Stream<Arguments> others() {
    return Stream.of(
        Arguments.of(latin1("id,text\n1,\"{\"\n2,x\n"), "it is a table (CSV or TSV): import the"),
        Arguments.of(latin1("\u00ef\u00bb\u00bf\"tweet_id\";\"a b\"\r\n"), "it is a table (CSV"),
        Arguments.of(latin1("user_id\tn\n"), "it is a table (CSV or TSV): import the JSON"),
        Arguments.of(zip(Map.of("xl/workbook.xml", latin1("<x/>"))), "it is an Excel file"),
        Arguments.of(latin1("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a"), "it is an Excel or"),
        Arguments.of(latin1("PAR1....PAR1"), "it is a Parquet file"),
        Arguments.of(latin1("SQLite format 3\0"), "it is a SQLite database"),
        Arguments.of(gzip(latin1("X\n\0\0\0\3\0\4")), "it is data of R (.rds or .RData)"),
        Arguments.of(gzip(latin1("RDX3\nX\n")), "it is data of R (.rds or .RData)"),
        Arguments.of(latin1("\u0089PNG\r\n\u001a\n"), "it is an image"),
        Arguments.of(latin1("\u00ff\u00d8\u00ff\u00e0"), "it is an image"),
        Arguments.of(latin1("\0\0\0\u0018ftypmp42"), "it is a video"),
        Arguments.of(latin1("%PDF-1.7"), "it is a PDF"),
        Arguments.of(latin1("\u00fd7zXZ\0\0"), "it is an xz file: decompress it first (xz -d)"),
        Arguments.of(latin1("\u0080\4\u0095"), "it is a pickle of Python"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("others")
  void anotherFileIsRefusedByWhatItIs(byte[] content, String reason) {
    ImportReport report = lake.imports(lake.file("it.json", content));

    assertThat(reasons(report)).singleElement().asString().startsWith(reason);
    assertThat(report.isSuccess()).isFalse();
    assertThat(lake.quarantined()).isEmpty();
  }

  @Test
  void ofAFolderTheOthersGoInAndThatIsNoFailure() {
    lake.file("in/a.json", page("1"));
    lake.file("in/b.csv", "id,text\n");

    ImportReport report = lake.imports(folder.resolve("in"));

    assertThat(lake.pages()).containsExactly(page("1"));
    assertThat(report.rejected()).isEqualTo(1);
    assertThat(report.isSuccess()).isTrue();
  }

  @Test
  void aTableThatIsNamedIsAFailureWhateverElseGoesIn() {
    ImportReport report =
        lake.imports(lake.file("a.json", page("1")), lake.file("b.csv", "id,text"));

    assertThat(report.pages()).isEqualTo(1);
    assertThat(report.isSuccess()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"no page, just text", "a,b\n", "id\n", "text: hello"})
  void otherTextIsNoTable(String text) {
    ImportReport report = lake.imports(lake.file("a.txt", text));

    assertThat(report.firstRejected())
        .extracting(RejectedRecord::reason)
        .containsExactly(RejectionReason.NOT_A_RESPONSE);
  }

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
