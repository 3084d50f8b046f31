package dev.fedbytweets.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayloadTemplateTest {

  @Test
  void fieldsWithTheSuffixAreComputedHoweverDeep() {
    PayloadTemplate template =
        template(
            """
            {
              "flagged": true,
              "parts": {"first.$": "$.vals[0]", "last3.$": "$.vals[-3:]"},
              "weekday.$": "$$.DayOfWeek",
              "formattedOutput.$": "States.Format('Today is {}', $$.DayOfWeek)",
              "list": [1, {"flag.$": "$.flagged"}, [{"deep.$": "$.vals[1]"}]]
            }
            """);

    JsonNode filled =
        template.fill(
            ScriptedExecution.json("{\"flagged\": 7, \"vals\": [0, 10, 20, 30, 40, 50]}"),
            ScriptedExecution.json("{\"DayOfWeek\": \"TUESDAY\"}"));

    assertThat(filled)
        .isEqualTo(
            ScriptedExecution.json(
                """
                {
                  "flagged": true,
                  "parts": {"first": 0, "last3": [30, 40, 50]},
                  "weekday": "TUESDAY",
                  "formattedOutput": "Today is TUESDAY",
                  "list": [1, {"flag": 7}, [{"deep": 10}]]
                }
                """));
  }

  @Test
  void aNullThatAPathLeadsToIsAValue() {
    JsonNode filled =
        template("{\"a.$\": \"$.b\"}")
            .fill(ScriptedExecution.json("{\"b\": null}"), Json.newObject());

    assertThat(filled).isEqualTo(ScriptedExecution.json("{\"a\": null}"));
  }

  @Test
  void aFilterWithoutMatchesGivesAnEmptyArray() {
    JsonNode filled =
        template("{\"failed.$\": \"$.all[?(@.status=='failed')]\"}")
            .fill(ScriptedExecution.json("{\"all\": [{\"status\": \"done\"}]}"), Json.newObject());

    assertThat(filled).isEqualTo(ScriptedExecution.json("{\"failed\": []}"));
  }

  @Test
  void aNumberKeepsItsDigits() {
    JsonNode filled =
        template("{\"a.$\": \"$.b\", \"c.$\": \"$.d\"}")
            .fill(
                ScriptedExecution.json("{\"b\": 5.900, \"d\": 1234567890123456789}"),
                Json.newObject());

    assertThat(Json.text(filled)).isEqualTo("{\"a\":5.900,\"c\":1234567890123456789}");
  }

  @Test
  void aPathThatLeadsToNothingIsAParameterPathFailure() throws InterruptedException {
    ScriptedExecution execution =
        ScriptedExecution.ofState(
                """
                {"Type": "Pass", "Parameters": {"a.$": "$.missing"}, "End": true}
                """)
            .run("{}");

    execution.hasFailed(
        "States.ParameterPathFailure", "state 'S': the path '$.missing' leads to nothing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[1]                        | must be a JSON object",
        "{'a.$': 1}                 | 'a.$' must be a string",
        "{'a': 1, 'a.$': '$.b'}     | 'a' and 'a.$' are the same field",
        "{'a.$': 'text'}            | there is no intrinsic function 'text'",
        "{'a.$': '$.b['}            | '$.b[' is no path",
        "{'a': [{'b.$': '$.c.length()'}]} | path '$.c.length()' calls a function",
      })
  void whatCannotBeComputedIsRefused(String definition, String why) {
    assertThatThrownBy(() -> template(definition.replace('\'', '"')))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  private static PayloadTemplate template(String json) {
    return PayloadTemplate.parse(ScriptedExecution.json(json));
  }
}
