package dev.fedbytweets.processraw.page;

import static dev.fedbytweets.processraw.page.SamplePages.outcome;
import static dev.fedbytweets.processraw.page.SamplePages.parsed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.fedbytweets.core.model.Place;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.core.model.User;
import dev.fedbytweets.core.step.Counts;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageParserTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"meta\": {\"result_count\": 0}}",
        "{\"data\": null, \"includes\": null, \"errors\": null}",
        "{\"data\": [], \"includes\": {\"users\": [], \"places\": null}, \"errors\": []}",
        " \n{} \n"
      })
  void readsPagesWithoutRows(String body) {
    ParsedPage page = parsed(body);

    assertThat(page.tweets().counts()).isEqualTo(Counts.NONE);
    assertThat(page.users().counts()).isEqualTo(Counts.NONE);
    assertThat(page.places().counts()).isEqualTo(Counts.NONE);
    assertThat(page.media().counts()).isEqualTo(Counts.NONE);
    assertThat(page.partialErrors()).isZero();
    assertThat(page.unknownFields()).isEmpty();
    assertThat(page.malformedFields()).isEmpty();
  }

  @Test
  void readsOneRowInPlaceOfAList() {
    ParsedPage page =
        parsed("{\"data\": {\"id\": \"1\"}, \"includes\": {\"users\": {\"id\": \"2\"}}}");

    assertThat(page.tweets().written()).extracting(Tweet::id).containsExactly("1");
    assertThat(page.users().written()).extracting(User::id).containsExactly("2");
  }

  @Test
  void readsIncludesThatStandBeforeData() {
    ParsedPage page =
        parsed("{\"includes\": {\"users\": [{\"id\": \"2\"}]}, \"data\": [{\"id\": \"1\"}]}");

    assertThat(page.tweets().written()).extracting(Tweet::id).containsExactly("1");
    assertThat(page.users().written()).extracting(User::id).containsExactly("2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"data\": [{\"id\": \"2\", \"name\": \"B\", \"username\": \"b\"}, {\"id\": \"3\"}]}",
        "{\"data\": [7, {}, {\"username\": \"b\", \"public_metrics\": {}, \"id\": 2}, {\"id\": \"3\"}]}",
        "{\"data\": {\"id\": \"2\", \"username\": \"b\"}, \"includes\": {\"users\": [{\"id\": \"3\"}]}}",
        "{\"includes\": {\"media\": [{\"media_key\": \"9\"}], \"users\": {\"id\": \"2\"}},"
            + " \"data\": [{\"id\": \"2\", \"username\": \"b\"}, {\"id\": \"3\"}]}"
      })
  void readsUsersOfALookup(String body) {
    ParsedPage page = parsed(body);

    assertThat(page.tweets().counts()).isEqualTo(Counts.NONE);
    assertThat(page.users().written()).extracting(User::id).containsExactly("2", "3");
    assertThat(page.users().written())
        .extracting(User::fileName, User::retrievedAt)
        .containsOnly(tuple(SamplePages.FILE_NAME, SamplePages.RETRIEVED_AT));
    assertThat(page.unknownFields()).isEmpty();
    assertThat(page.malformedFields()).isEmpty();
  }

  @Test
  void readsPlacesInData() {
    ParsedPage page = parsed("{\"data\": [{\"id\": \"2\", \"full_name\": \"Lisboa\"}]}");

    assertThat(page.places().written()).extracting(Place::fullName).containsExactly("Lisboa");
    assertThat(page.tweets().counts()).isEqualTo(Counts.NONE);
  }

  @Test
  void aPostWithAUsernameIsAPost() {
    ParsedPage page = parsed("{\"data\": [{\"id\": \"2\", \"username\": \"b\", \"text\": \"x\"}]}");

    assertThat(page.tweets().written()).extracting(Tweet::id).containsExactly("2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[{\"start\": \"s\", \"end\": \"e\", \"tweet_count\": 5}] | counts of posts",
        "[{\"id\": \"1\", \"name\": \"Cafés\"}] | lists or communities",
        "{\"id\": \"1\", \"state\": \"live\"} | spaces",
        "[{\"id\": \"1\", \"text\": \"x\", \"event_type\": \"MessageCreate\"}] | direct messages"
      })
  void refusesWhatNoTableTakes(String data, String kind) {
    assertThat(outcome("{\"data\": %s, \"includes\": {\"users\": []}}".formatted(data)))
        .isEqualTo(
            new BrokenPage(
                "its data holds %s, and only posts, users, places and media are taken"
                    .formatted(kind)));
  }

  @Test
  void keepsTheFirstOfSeveralRowsWithOneId() {
    ParsedPage page =
        parsed(
            """
            {"data": [{"id": "1", "lang": "en"}, {"id": "2"}, {"id": 1, "lang": "fr"}],
             "data": [{"id": "2"}, {"id": "3"}],
             "includes": {"users": [{"id": "1"}]}}
            """);

    assertThat(page.tweets().written()).extracting(Tweet::id).containsExactly("1", "2", "3");
    assertThat(page.tweets().written().getFirst().lang()).isEqualTo("en");
    assertThat(page.tweets().counts()).isEqualTo(new Counts(5, 3, 0, 2));
    assertThat(page.users().counts()).isEqualTo(new Counts(1, 1, 0, 0));
  }

  @Test
  void countsPartialErrors() {
    ParsedPage page =
        parsed(
            """
            {"data": [{"id": "1"}], "errors": [
              {"value": "2", "detail": "Could not find tweet", "title": "Not Found Error"},
              {"value": "3", "title": "Authorization Error"}]}
            """);

    assertThat(page.partialErrors()).isEqualTo(2);
    assertThat(page.tweets().counts().written()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"includes", "errors"})
  void countsPartsOfAnotherKind(String name) {
    ParsedPage page = parsed("{\"%s\": \"none\", \"data\": [{\"id\": \"1\"}]}".formatted(name));

    assertThat(page.malformedFields()).isEqualTo(Map.of(name, 1L));
    assertThat(page.tweets().counts().written()).isEqualTo(1);
  }

  @Test
  void passesOverAByteOrderMark() {
    ParsedPage page = parsed("\uFEFF{\"data\": [{\"id\": \"1\"}, 7]}");

    assertThat(page.tweets().written()).extracting(Tweet::id).containsExactly("1");
    assertThat(page.tweets().quarantined()).extracting(QuarantinedRow::json).containsExactly("7");
  }

  static Stream<Arguments> brokenPages() {
    return Stream.of(
        Arguments.of("", "it is not a JSON object"),
        Arguments.of(" \n", "it is not a JSON object"),
        Arguments.of("[{\"id\": \"1\"}]", "it is not a JSON object"),
        Arguments.of("\"secret\"", "it is not a JSON object"),
        Arguments.of("Too Many Requests", "it breaks off or is not JSON in UTF-8 at byte 0"),
        Arguments.of(
            "{\"data\": [{\"id\": \"1\"}", "it breaks off or is not JSON in UTF-8 at byte 21"),
        Arguments.of(
            "{\"data\": [{\"id\": \"sec", "it breaks off or is not JSON in UTF-8 at byte 21"),
        Arguments.of("{\"data\": [secret]}", "it breaks off or is not JSON in UTF-8 at byte 10"),
        Arguments.of("{\"data\": [NaN]}", "it breaks off or is not JSON in UTF-8 at byte 13"),
        Arguments.of("{\"data\": [],}", "it breaks off or is not JSON in UTF-8 at byte 12"),
        Arguments.of("{'data': []}", "it breaks off or is not JSON in UTF-8 at byte 1"),
        Arguments.of(
            "{\"new\": " + "[".repeat(2000) + "]".repeat(2000) + "}",
            "it is nested too deep, or a name, text or number in it is too long"));
  }

  @ParameterizedTest
  @MethodSource("brokenPages")
  void givesNothingOfABrokenPage(String body, String reason) {
    assertThat(outcome(body)).isEqualTo(new BrokenPage(reason));
  }

  @Test
  void takesUtf16ForABrokenPage() {
    assertThat(outcome("{\"data\": []}".getBytes(StandardCharsets.UTF_16)))
        .isInstanceOf(BrokenPage.class);
  }
}
