package dev.fedbytweets.processraw.page;

import static dev.fedbytweets.processraw.page.SamplePages.parsed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.core.step.Counts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuarantinedRowsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "false",
        "0",
        "-12.50e+3",
        "\"\"",
        "\"é\\u00e9\"",
        "[]",
        "[{\"id\":\"1\"}]"
      })
  void quarantinesWhatIsNotAnObject(String row) {
    ParsedPage page = parsed("{\"data\":[%s , {\"id\":\"1\"},%s]}".formatted(row, row));

    assertThat(page.tweets().quarantined())
        .containsExactly(
            new QuarantinedRow("it is not a JSON object", 0, row),
            new QuarantinedRow("it is not a JSON object", 2, row));
    assertThat(page.tweets().written()).extracting(Tweet::id).containsExactly("1");
    assertThat(page.tweets().counts()).isEqualTo(new Counts(3, 1, 2, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"text\": \"é no id\", \"entities\": {\"urls\": [{}]}}",
        "{\"id\": null}",
        "{\"id\": \"\"}",
        "{\"id\": \" \\t\"}",
        "{\"id\": 1.5}",
        "{\"id\": true}",
        "{\"id\": {\"id\": \"1\"}}",
        "{\"id\": [\"1\"]}"
      })
  void quarantinesRowsWithoutUsableId(String row) {
    ParsedPage page = parsed("{\"data\": [{\"id\":\"1\"},\t%s ]}".formatted(row));

    assertThat(page.tweets().quarantined())
        .containsExactly(new QuarantinedRow("it has no usable id", 1, row));
    assertThat(page.tweets().counts()).isEqualTo(new Counts(2, 1, 1, 0));
  }

  @Test
  void quarantinesUsersAndPlacesToo() {
    ParsedPage page =
        parsed(
            """
            {"includes": {"users": [{"username": "nobody"}], "places": "nowhere"}}
            """);

    assertThat(page.users().quarantined())
        .containsExactly(
            new QuarantinedRow("it has no usable id", 0, "{\"username\": \"nobody\"}"));
    assertThat(page.places().quarantined())
        .containsExactly(new QuarantinedRow("it is not a JSON object", 0, "\"nowhere\""));
  }

  @Test
  void becomesALineWithTheRowAsReceived() {
    QuarantinedRow row =
        new QuarantinedRow("it has no usable id", 3, "{\"n\": 1.50, \"t\":\"\\ud83d\\u00e9\"}");

    assertThat(row.toLine("subject=a/page-00001.json.gz"))
        .isEqualTo(
            "{\"reason\":\"it has no usable id\",\"source\":\"subject=a/page-00001.json.gz\","
                + "\"index\":3,\"row\":{\"n\": 1.50, \"t\":\"\\ud83d\\u00e9\"}}");
  }

  @Test
  void losesLineBreaksAndIndentationOnly() {
    QuarantinedRow row =
        new QuarantinedRow(
            "r",
            0,
            "{\r\n  \"a b\": [1e2,\n\t100000000000000000000.0 ],\r  \"t\": \" x\\n\u2028 \"\n}");

    assertThat(row.toLine("f"))
        .isEqualTo(
            "{\"reason\":\"r\",\"source\":\"f\",\"index\":0,"
                + "\"row\":{\"a b\": [1e2,100000000000000000000.0 ],\"t\": \" x\\n\u2028 \"}}");
  }
}
