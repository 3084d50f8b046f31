package dev.fedbytweets.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every intrinsic function, with the examples of the specification and of the Step Functions
/// developer guide.
class IntrinsicFunctionTest {

  private static final JsonNode DATA =
      Trial.json(
          """
          {
            "name": "Arnav", "template": "Hello, my name is {}.", "year": 2020, "none": null, "yes": true,
            "nine": [1,2,3,4,5,6,7,8,9], "five": 5, "repeated": [1,2,3,3,3,3,3,3,4], "mixed": [1, 1.0, "1", {"a":1}, {"a":1.0}],
            "escaped": "{\\"number\\": 20}", "object": {"name": "Foo", "year": 2020}, "notJson": "{'a'", "blank": "",
            "json1": {"a": {"a1": 1, "a2": 2}, "b": 2}, "json2": {"a": {"a3": 1, "a4": 2}, "c": 3},
            "value1": 111, "step": -1, "half": 2.5, "csv": "1,2,3,4,5", "many": "This.is+a,test=string", "gaps": ",,a,,b,",
            "results": [{"status": "done", "n": 1}, {"status": "failed, (badly)", "n": 2}],
            "data": "Data to encode", "base64": "RGF0YSB0byBlbmNvZGU=", "input": "input data", "big": 3000000000
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
        "States.Array('Foo', 2020, $.object, null)                 | [\"Foo\", 2020, {\"name\":"
            + " \"Foo\", \"year\": 2020}, null]",
        "States.Array()                                            | []",
        "States.Array(true, false, -1.5e2)                         | [true, false, -1.5e2]",
        "States.ArrayPartition($.nine,4)                           | [[1,2,3,4],[5,6,7,8],[9]]",
        "States.ArrayPartition($.nine, 9)                          | [[1,2,3,4,5,6,7,8,9]]",
        "States.ArrayPartition(States.Array(), 3)                  | []",
        "States.ArrayContains($.nine, $.five)                      | true",
        "States.ArrayContains($.nine, 5.0)                         | true",
        "States.ArrayContains($.nine, '5')                         | false",
        "States.ArrayRange(1, 9, 2)                                | [1,3,5,7,9]",
        "States.ArrayRange(1, 8, 2)                                | [1,3,5,7]",
        "States.ArrayRange(9, 1, -4)                               | [9,5,1]",
        "States.ArrayRange(5, 5, 1)                                | [5]",
        "States.ArrayRange(9, 1, 2)                                | []",
        "States.ArrayGetItem($.nine, $.five)                       | 6",
        "States.ArrayLength($.nine)                                | 9",
        "States.ArrayLength($.results[?(@.status=='failed, (badly)')]) | 1",
        "States.ArrayLength($.results[?(@.status == 'none')])      | 0",
        "States.ArrayUnique($.repeated)                            | [1,2,3,4]",
        "States.ArrayUnique($.mixed)                               | [1, \"1\", {\"a\":1}]",
        "States.Base64Encode($.data)                               | \"RGF0YSB0byBlbmNvZGU=\"",
        "States.Base64Decode($.base64)                             | \"Data to encode\"",
        "States.Hash($.input, 'SHA-1')                             |"
            + " \"aaff4a450a104cd177d28d18d74485e8cae074b7\"",
        "States.Hash('', 'MD5')                                    |"
            + " \"d41d8cd98f00b204e9800998ecf8427e\"",
        "States.JsonMerge($.json1, $.json2, false)                 |"
            + " {\"a\":{\"a3\":1,\"a4\":2},\"b\":2,\"c\":3}",
        "States.MathAdd($.value1, $.step)                          | 110",
        "States.MathAdd($.half, 0)                                 | 3",
        "States.MathRandom(7, 8)                                   | 7",
        "States.StringSplit($.csv, ',')                            |"
            + " [\"1\",\"2\",\"3\",\"4\",\"5\"]",
        "States.StringSplit($.many, '.+,=')                        |"
            + " [\"This\",\"is\",\"a\",\"test\",\"string\"]",
        "States.StringSplit($.gaps, ',')                           | [\"a\",\"b\"]",
        "States.StringSplit($.blank, ',')                          | []",
        "States.StringSplit($.csv, '')                             | [\"1,2,3,4,5\"]",
        "States.ArrayGetItem(States.StringSplit($.csv, ','), States.MathAdd(1, 1)) | \"3\"",
        "States.Format( '{}' , $$.Execution.Name )                 | \"run-1\"",
      })
  void computes(String expression, String expected) {
    Trial.assertSame(evaluate(expression), expected);
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
        "States.ArrayPartition($.nine, 0)       | States.ArrayPartition: argument 2 must be a"
            + " positive number",
        "States.ArrayPartition($.name, 1)       | States.ArrayPartition: argument 1 must be an"
            + " array",
        "States.ArrayRange(1, 1001, 1)          | States.ArrayRange: more than 1000 items",
        "States.ArrayRange(1, 9, 0)             | States.ArrayRange: argument 3 must be another"
            + " number than 0",
        "States.ArrayGetItem($.nine, 9)         | States.ArrayGetItem: there is no item 9 in an"
            + " array of 9",
        "States.ArrayGetItem($.nine, -1)        | States.ArrayGetItem: there is no item -1 in an"
            + " array of 9",
        "States.ArrayLength($.object)           | States.ArrayLength: argument 1 must be an array",
        "States.Base64Decode('A')               | States.Base64Decode: argument 1 must be Base64",
        "States.Hash($.input, 'SHA-3')          | States.Hash: argument 2 must be MD5, SHA-1,"
            + " SHA-256, SHA-384 or SHA-512",
        "States.JsonMerge($.json1, $.json2, true) | States.JsonMerge: argument 3 must be false",
        "States.JsonMerge($.json1, $.nine, false) | States.JsonMerge: argument 2 must be an object",
        "States.MathAdd($.big, 1)               | States.MathAdd: argument 1 must be between",
        "States.MathAdd($.name, 1)              | States.MathAdd: argument 1 must be a number",
        "States.MathRandom(2, 2)                | States.MathRandom: argument 2 must be greater"
            + " than the first",
      })
  void whatAFunctionCannotDoFailsTheExecution(String expression, String why)
      throws InterruptedException {
    Trial trial =
        Trial.ofState(
                """
                {"Type": "Pass", "Parameters": {"a.$": "%s"}, "End": true}
                """
                    .formatted(expression))
            .run(Json.text(DATA));

    assertThat(trial.failure().error()).isEqualTo("States.IntrinsicFailure");
    assertThat(trial.failure().cause()).startsWith("state 'S': ").contains(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "States.Sum($.nine)            | there is no intrinsic function 'States.Sum'",
        "Format('a')                   | there is no intrinsic function 'Format'",
        "States.Format                 | '(' is expected behind States.Format",
        "States.Format('a'             | ',' or ')' is expected",
        "States.Format('a') b          | there is more behind the function's end",
        "States.Format('a)             | a closing apostrophe is missing",
        "States.Format(, 1)            | a path or a function is expected",
        "States.Array(1,)              | a path or a function is expected",
        "States.Format()               | States.Format does not take 0 arguments",
        "States.UUID(1)                | States.UUID does not take 1 arguments",
        "States.Format('{} {}', 1)     | States.Format has 2 places to fill in '{} {}', and 1"
            + " values for them",
        "States.Array('{}')            | put a backslash before { and } in '{}'",
        "States.Array('{')             | put a backslash before {",
        "States.Array('a\\b')          | a backslash may stand before ', {, } and \\ only",
        "States.JsonToString(1)        | States.JsonToString takes a path",
        "States.Array($.a, $)b         | there is more behind",
        "States.Array(01)              | ',' or ')' is expected",
        "                              | a path or a function is expected",
      })
  void whatIsNoCallIsRefused(String expression, String why) {
    assertThatThrownBy(() -> ExpressionParser.parse(expression == null ? "" : expression))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  @Test
  void functionsMayStandWithinEachOtherTenDeep() {
    Trial.assertSame(evaluate(nested(10)), "[1]");
    assertThatThrownBy(() -> ExpressionParser.parse(nested(11)))
        .hasMessageContaining("more than 10 functions within each other");
  }

  @Test
  void textForBase64AndHashesIsLimited() {
    JsonNode longest = Json.newObject().put("t", "a".repeat(10_000));
    JsonNode longer = Json.newObject().put("t", "a".repeat(10_001));
    Expression encode = ExpressionParser.parse("States.Base64Encode($.t)");

    assertThat(encode.evaluate(longest, Json.newObject()).textValue()).hasSize(13_336);
    assertThatThrownBy(() -> encode.evaluate(longer, Json.newObject()))
        .hasMessageContaining("a string of at most 10000 characters");
  }

  @Test
  void aSeedMakesRandomNumbersRepeatable() {
    String seeded = "States.MathRandom(1, 1000000000, 42)";

    assertThat(evaluate(seeded)).isEqualTo(evaluate(seeded));
  }

  @Test
  void everyUuidIsAnother() {
    String uuid = evaluate("States.UUID()").textValue();

    assertThat(uuid).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    assertThat(evaluate("States.UUID()").textValue()).isNotEqualTo(uuid);
  }

  private static String nested(int depth) {
    return "States.ArrayUnique(".repeat(depth - 1) + "States.Array(1)" + ")".repeat(depth - 1);
  }

  private static JsonNode evaluate(String expression) {
    JsonNode context = Trial.json("{\"Execution\": {\"Name\": \"run-1\"}}");
    return ExpressionParser.parse(expression).evaluate(DATA, context);
  }
}
