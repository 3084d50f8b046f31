package dev.fedbytweets.local.importing;

import static dev.fedbytweets.local.importing.Responses.gzip;
import static dev.fedbytweets.local.importing.Responses.page;
import static dev.fedbytweets.local.importing.Responses.pretty;
import static dev.fedbytweets.local.importing.Responses.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every layout in which people have responses gives the same pages, byte for byte.
class LayoutsTest {

  private static final String ONE = page("1538600000000000000");
  private static final String TWO = page("1538649726790381573");
  private static final String PRETTY = pretty(TWO);
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  @TempDir private Path folder;
  private ImportFixture lake;

  @BeforeEach
  void open() {
    lake = new ImportFixture(folder);
  }

  static Stream<Arguments> layouts() {
    return Stream.of(
        Arguments.of("a page", ONE, List.of(ONE)),
        Arguments.of("a page and a line end", ONE + "\r\n", List.of(ONE)),
        Arguments.of("a page over several lines", " \n" + PRETTY + " \n", List.of(PRETTY)),
        Arguments.of("lines", ONE + "\n" + TWO + "\n", List.of(ONE, TWO)),
        Arguments.of("lines without a last line end", ONE + "\n" + TWO, List.of(ONE, TWO)),
        Arguments.of("lines of Windows", ONE + "\r\n" + TWO + "\r\n", List.of(ONE, TWO)),
        Arguments.of("blank lines", "\n\n" + ONE + "\n \n\r\n" + TWO + "\n\n", List.of(ONE, TWO)),
        Arguments.of("a mark before it", BYTE_ORDER_MARK + ONE + "\n" + TWO, List.of(ONE, TWO)),
        Arguments.of(
            "files put together",
            ONE + "\n" + BYTE_ORDER_MARK + PRETTY + ONE,
            List.of(ONE, PRETTY)),
        Arguments.of("a bundle", "{\"data\":[" + ONE + "," + TWO + "]}", List.of(ONE, TWO)),
        Arguments.of(
            "a bundle over several lines",
            "{\n  \"data\" : [\n    " + PRETTY + ",\n    " + ONE + "\n  ]\n}\n",
            List.of(PRETTY, ONE)),
        Arguments.of(
            "a bundle with other fields",
            "{\"n\":{\"data\":[1]},\"data\":[" + ONE + "],\"more\":[{\"id\":\"1\"}]}",
            List.of(ONE)),
        Arguments.of(
            "a bundle whose first page has no posts",
            "{\"data\":[{\"meta\":{\"result_count\":0}}," + ONE + "]}",
            List.of("{\"meta\":{\"result_count\":0}}", ONE)),
        Arguments.of(
            "bundles on lines",
            "{\"data\":[" + ONE + "]}\n{\"data\":[" + TWO + "]}\n",
            List.of(ONE, TWO)),
        Arguments.of("a list", "[" + ONE + " , " + PRETTY + "]\n", List.of(ONE, PRETTY)),
        Arguments.of("a list over lines", "[\n" + ONE + ",\n" + TWO + "\n]", List.of(ONE, TWO)),
        Arguments.of(
            "lines of a stream",
            "{\"data\":{\"id\":\"7\"},\"matching_rules\":[{\"id\":\"1\"}]}\n",
            List.of("{\"data\":{\"id\":\"7\"},\"matching_rules\":[{\"id\":\"1\"}]}")),
        Arguments.of(
            "a page of followers",
            "{\"data\":[{\"id\":\"7\",\"name\":\"B\",\"username\":\"b\"}],\"meta\":{\"result_count\":1}}",
            List.of(
                "{\"data\":[{\"id\":\"7\",\"name\":\"B\",\"username\":\"b\"}],\"meta\":{\"result_count\":1}}")),
        Arguments.of(
            "a bundle of lookups of a user",
            "{\"data\":[{\"data\":{\"id\":\"7\",\"username\":\"b\"}}," + ONE + "]}",
            List.of("{\"data\":{\"id\":\"7\",\"username\":\"b\"}}", ONE)),
        Arguments.of(
            "a page with a field of its own",
            "{\"id\":1,\"data\":[{\"id\":\"7\"}]}",
            List.of("{\"id\":1,\"data\":[{\"id\":\"7\"}]}")),
        Arguments.of(
            "an empty list of posts",
            "{\"data\":[],\"meta\":{\"result_count\":0}}",
            List.of("{\"data\":[],\"meta\":{\"result_count\":0}}")),
        Arguments.of(
            "partial errors alone",
            "{\"errors\":[{\"title\":\"Not Found Error\"}]}",
            List.of("{\"errors\":[{\"title\":\"Not Found Error\"}]}")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layouts")
  void givesThePagesByteForByte(String layout, String content, List<String> expected) {
    ImportReport report = lake.imports(lake.file("it.txt", content));

    assertThat(report.firstRejected()).isEmpty();
    assertThat(lake.pages()).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(report.stored()).isEqualTo(expected.size());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layouts")
  void givesTheSameCompressed(String layout, String content, List<String> expected) {
    ImportReport report = lake.imports(lake.file("it.json", gzip(utf8(content))));

    assertThat(report.firstRejected()).isEmpty();
    assertThat(lake.pages()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void readsCompressedFilesThatWerePutTogether() {
    byte[] first = gzip(utf8(ONE + "\n"));
    byte[] second = gzip(utf8(TWO + "\n"));
    byte[] both = new byte[first.length + second.length];
    System.arraycopy(first, 0, both, 0, first.length);
    System.arraycopy(second, 0, both, first.length, second.length);

    ImportReport report = lake.imports(lake.file("both.gz", both));

    assertThat(report.firstRejected()).isEmpty();
    assertThat(lake.pages()).containsExactlyInAnyOrder(ONE, TWO);
  }
}
