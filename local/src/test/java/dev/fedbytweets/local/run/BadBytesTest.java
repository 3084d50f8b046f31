package dev.fedbytweets.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fedbytweets.states.ExecutionResult;
import dev.fedbytweets.xstandin.Fault;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pages of X with bytes in them that do not belong there: paid for once, kept as they are, and
/// every row of them in the tables.
class BadBytesTest {

  private static final int POSTS_PER_HOUR = 1;
  private static final Map<String, List<String>> CLEAN = cleanRows();

  @ParameterizedTest
  @CsvSource({
    "09, 0009, 0",
    "0B, 000B, 0",
    "00, 0000, 0",
    "E9, FFFD, 1",
    "FF, FFFD, 1",
    "F09F98, FFFD, 1",
    "EDA0BDEDB29B, D83DDC9B, 1",
    "EDA0BD, FFFD, 1",
    "5C7564383364, FFFD, 1"
  })
  void aBadByteInATextCostsAtMostThatByte(String bytes, String text, int mended) throws Exception {
    String sign = new String(HexFormat.of().parseHex(text), StandardCharsets.UTF_16BE);
    try (PipelineLake lake = new PipelineLake(POSTS_PER_HOUR)) {
      lake.x().failRequest(1, Fault.bytesBehind("\"text\":\"", HexFormat.of().parseHex(bytes)));

      JsonNode report = report(lake);

      Map<String, List<String>> rows = new TreeMap<>(lake.rows());
      rows.replaceAll(
          (table, lines) ->
              lines.stream().map(line -> line.replace("ext=" + sign, "ext=")).sorted().toList());
      assertThat(changed(rows)).isEmpty();
      assertThat(sizes(rows)).isEqualTo(sizes(CLEAN));
      assertThat(report.path("bronze").path("mended_pages").asInt()).isEqualTo(mended);
      assertThat(report.path("bronze").path("broken_pages").asInt()).isZero();
    }
  }

  /// Where bytes can stand: in names, in numbers, in users, in `meta`, between tokens.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"lang",
        "\"username\":\"",
        "\"followers_count\":",
        "\"newest_id\":\"",
        "\"meta\":{",
        "\"data\":",
        "{"
      })
  void aBadByteAnywhereCostsNoRow(String place) throws Exception {
    try (PipelineLake lake = new PipelineLake(POSTS_PER_HOUR)) {
      lake.x().failRequest(1, Fault.bytesBehind(place, (byte) 0xE9));

      JsonNode report = report(lake);

      assertThat(sizes(lake.rows())).isEqualTo(sizes(CLEAN));
      assertThat(report.path("bronze").path("mended_pages").asInt()).isEqualTo(1);
    }
  }

  private static JsonNode report(PipelineLake lake) throws InterruptedException {
    return assertThat(lake.run("first"))
        .asInstanceOf(InstanceOfAssertFactories.type(ExecutionResult.Succeeded.class))
        .actual()
        .output();
  }

  /// The rows that a clean page does not give.
  private static List<String> changed(Map<String, List<String>> rows) {
    return rows.entrySet().stream()
        .flatMap(
            table ->
                table.getValue().stream().filter(row -> !CLEAN.get(table.getKey()).contains(row)))
        .toList();
  }

  private static Map<String, Integer> sizes(Map<String, List<String>> rows) {
    Map<String, Integer> sizes = new TreeMap<>();
    rows.forEach((table, lines) -> sizes.put(table, lines.size()));
    return sizes;
  }

  private static Map<String, List<String>> cleanRows() {
    try (PipelineLake lake = new PipelineLake(POSTS_PER_HOUR)) {
      report(lake);
      return lake.rows();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
