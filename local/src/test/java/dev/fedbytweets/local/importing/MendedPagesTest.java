package dev.fedbytweets.local.importing;

import static dev.fedbytweets.local.importing.Responses.page;
import static dev.fedbytweets.local.importing.Responses.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Recorded pages with bytes in them that are not JSON in UTF-8 are pages, byte for byte.
class MendedPagesTest {

  private static final String ONE = page("1538600000000000000");
  private static final String TWO = page("1538649726790381573");

  @TempDir private Path folder;
  private ImportFixture lake;

  @BeforeEach
  void open() {
    lake = new ImportFixture(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "09|\"text\":\"",
        "0A|\"text\":\"",
        "00|\"text\":\"",
        "E9|\"text\":\"",
        "FF|\"text\":\"",
        "F09F98|\"text\":\"",
        "EDA0BDEDB29B|\"text\":\"",
        "5C78|\"text\":\"",
        "5C7564383364|\"te",
        "FF|\"te",
        "FF|\"n\":1.5",
        "0B|\"includes\":"
      })
  void aPageThatCanBeMendedIsStoredAsItIs(String bytes, String place) {
    byte[] bad = withBytes(place, HexFormat.of().parseHex(bytes));
    String sha256 = new ByteSlice(bad, 0, bad.length).sha256();
    Path alone = lake.file("a.json", bad);
    Path line = lake.file("b.jsonl", joined(utf8(ONE + "\n"), bad, utf8("\n" + TWO + "\n")));
    Path list = lake.file("c.json", joined(utf8("[" + ONE + ",\n"), bad, utf8("," + TWO + "]")));
    Path bundle = lake.file("d.json", joined(utf8("{\"data\":["), bad, utf8("," + TWO + "]}")));

    ImportReport report = lake.imports(alone, line, list, bundle);

    assertThat(report.rejected()).isZero();
    assertThat(report.pages()).isEqualTo(1 + 3 + 3 + 2);
    assertThat(report.stored()).isEqualTo(3);
    assertThat(lake.keys()).anyMatch(key -> key.page().equals(sha256));
    assertThat(lake.pages()).contains(ONE, TWO);
    assertThat(lake.quarantined()).isEmpty();
  }

  private static byte[] withBytes(String place, byte[] bytes) {
    String page = page("17");
    int at = page.indexOf(place) + place.length();
    return joined(utf8(page.substring(0, at)), bytes, utf8(page.substring(at)));
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }
}
