package dev.fedbytweets.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The supported intrinsic functions, with the examples of the specification and of the Step
/// Functions developer guide, and the refusal of all others.
class IntrinsicFunctionTest {

  private static final JsonNode DATA =
      ScriptedExecution.json(
          """
          {
            "name": "Arnav", "template": "Hello, my name is {}.", "year": 2020, "none": null, "yes": true,
            "nine": [1,2,3,4,5,6,7,8,9], "five": 5,
            "escaped": "{\\"number\\": 20}", "object": {"name": "Foo", "year": 2020}, "notJson": "{'a'", "blank": "",
            "value1": 111, "step": -1, "half": 2.5, "big": 3000000000,
            "results": [{"status": "done", "n": 1}, {"status": "failed, (badly)", "n": 2}]
          }
          """);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "States.Format('Hello, my name is {}.', $.name)            | \"Hello, my name is Arnav.\"",
        "States.Format($.template, $.name)                         | \"Hello, my name is Arnav.\"",
        "States.Format('Your name is {}, we are in the year {}', $.name, 2020) | \"Your name is"
            + " Arnav, we are in the year 2020\"",
        "States.Format('{}{}{}', $.none, $.yes, $.half)            | \"nulltrue2.5\"",
        "States.Format('no place')                                 | \"no place\"",
        "States.Format('\\{\\} {}\\'s \\\\', $.name)                | \"{} Arnav's \\\\\"",
        "States.Format('{}', 'a, (b) \\{')                         | \"a, (b) {\"",
        "States.StringToJson($.escaped)                            | {\"number\": 20}",
        "States.JsonToString($.object)                             |"
            + " \"{\\\"name\\\":\\\"Foo\\\",\\\"year\\\":2020}\"",
        "States.ArrayContains($.nine, $.five)                      | true",
        "States.ArrayContains($.nine, 5.0)                         | true",
        "States.ArrayContains($.nine, '5')                         | false",
        "States.ArrayLength($.nine)                                | 9",
        "States.ArrayLength($.results[?(@.status=='failed, (badly)')]) | 1",
        "States.ArrayLength($.results[?(@.status == 'none')])      | 0",
        "States.MathAdd($.value1, $.step)                          | 110",
        "States.MathAdd(-2147483648, States.MathAdd(1, 1))         | -2147483646",
        "States.ArrayContains($.results[*].n, 2e0)                 | true",
        "States.Format('{} {} {}', true, false, null)              | \"true false null\"",
        "States.Format( '{}' , $$.Execution.Name )                 | \"run-1\"",
      })
  void computes(String expression, String expected) {
    ScriptedExecution.assertSame(evaluate(expression), expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "States.Format('{}', $.object)          | States.Format: argument 2 must be a string, a"
            + " number, a boolean or null",
        "States.Format($.template)              | States.Format: 1 places to fill in, and 0 values"
            + " for them",
        "States.Format($.year)                  | States.Format: argument 1 must be a string",
        "States.StringToJson($.notJson)         | States.StringToJson: argument 1 must be JSON",
        "States.StringToJson($.blank)           | States.StringToJson: argument 1 must be JSON",
        "States.StringToJson($.object)          | States.StringToJson: argument 1 must be a string",
        "States.ArrayLength($.object)           | States.ArrayLength: argument 1 must be an array",
        "States.MathAdd($.big, 1)               | States.MathAdd: argument 1 must be a whole number",
        "States.MathAdd(1, $.half)              | States.MathAdd: argument 2 must be a whole number",
        "States.MathAdd($.name, 1)              | States.MathAdd: argument 1 must be a whole number",
      })
  void whatAFunctionCannotDoFailsTheExecution(String expression, String why)
      throws InterruptedException {
    ScriptedExecution execution =
        ScriptedExecution.ofState(
                """
                {"Type": "Pass", "Parameters": {"a.$": "%s"}, "End": true}
                """
                    .formatted(expression))
            .run(Json.text(DATA));

    assertThat(execution.failure().error()).isEqualTo("States.IntrinsicFailure");
    assertThat(execution.failure().cause()).startsWith("state 'S': ").contains(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "States.Hash($.name, 'MD5')    | there is no intrinsic function 'States.Hash' here, only"
            + " States.ArrayContains, States.ArrayLength, States.Format, States.JsonToString,"
            + " States.MathAdd, States.StringToJson",
        "States.Format('{}', States.UUID()) | there is no intrinsic function 'States.UUID' here",
        "Format('a')                   | there is no intrinsic function 'Format'",
        "States.Format                 | '(' is expected behind States.Format",
        "States.Format('a'             | ',' or ')' is expected",
        "States.Format('a') b          | there is more behind the function's end",
        "States.Format('a)             | a closing apostrophe is missing",
        "States.Format(, 1)            | a path or a function is expected",
        "States.Format()               | States.Format does not take 0 arguments",
        "States.Format('{} {}', 1)     | States.Format has 2 places to fill in '{} {}', and 1"
            + " values for them",
        "States.MathAdd(1,)            | a path or a function is expected",
        "States.MathAdd(01, 1)         | ',' or ')' is expected",
        "States.ArrayContains($.a, $)b | there is more behind",
        "States.Format('{}', '{}')     | put a backslash before { and } in '{}'",
        "States.Format('{')            | put a backslash before {",
        "States.Format('a\\b')         | a backslash may stand before ', {, } and \\ only",
        "States.JsonToString(1)        | States.JsonToString takes a path",
        "                              | a path or a function is expected",
      })
  void whatIsNoCallIsRefused(String expression, String why) {
    assertThatThrownBy(() -> ExpressionParser.parse(expression == null ? "" : expression))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  private static JsonNode evaluate(String expression) {
    JsonNode context = ScriptedExecution.json("{\"Execution\": {\"Name\": \"run-1\"}}");
    return ExpressionParser.parse(expression).evaluate(DATA, context);
  }
}
