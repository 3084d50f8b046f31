package dev.fedbytweets.gettweets.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.contracts.UnreadablePageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeReaderTest {

  private static final String PAGE =
      """
      {"data":[{"id":"1995000000000000002","text":"a \\"quoted\\" {brace}","entities":{"id":"7"}},
               {"text":"é😀","id":"1995000000000000001","referenced_tweets":[{"id":"3"}]}],
       "includes":{"users":[{"id":"12"},{"id":"13"}],"places":[{"id":"x"}],"users_not":[1],
        "media":[{"media_key":"3_1"},{"media_key":"7_1"},{}]},
       "errors":[{"title":"Not Found Error"},{"title":"Authorization Error"}],
       "meta":{"newest_id":"1995000000000000002","oldest_id":"1995000000000000001",
               "result_count":2,"next_token":"b26v89c19zqg8o3f"}}
      """;

  @Test
  void readsWhatCollectingMustKnow() throws IOException {
    Envelope envelope = read(PAGE);

    assertThat(envelope)
        .isEqualTo(
            new Envelope(
                2,
                List.of(1995000000000000002L, 1995000000000000001L),
                2,
                3,
                2,
                1995000000000000002L,
                1995000000000000001L,
                "b26v89c19zqg8o3f",
                true));
  }

  @Test
  void anEmptyResultHasNoPosts() throws IOException {
    Envelope envelope = read("{\"meta\":{\"result_count\":0}}");

    assertThat(envelope).isEqualTo(new Envelope(0, List.of(), 0, 0, 0, null, null, null, true));
  }

  @Test
  void takesTheBoundsFromThePostsWhereMetaLacksThem() throws IOException {
    Envelope envelope =
        read(
            "{\"data\":[{\"id\":\"9007199254740993\"},{\"id\":\"9007199254740995\"},"
                + "{\"id\":\"9007199254740994\"}],\"meta\":{}}");

    assertThat(envelope.newestId()).isEqualTo(9007199254740995L);
    assertThat(envelope.oldestId()).isEqualTo(9007199254740993L);
  }

  @Test
  void identifiersThatAreNumbersKeepTheirLastDigit() throws IOException {
    Envelope envelope =
        read(
            "{\"data\":[{\"id\":1995000000000000003}],"
                + "\"meta\":{\"oldest_id\":1995000000000000001}}");

    assertThat(envelope.newestId()).isEqualTo(1995000000000000003L);
    assertThat(envelope.oldestId()).isEqualTo(1995000000000000001L);
  }

  @Test
  void passesOverWhatItDoesNotExpect() throws IOException {
    Envelope envelope =
        read(
            "{\"data\":{\"id\":\"1995000000000000001\"},\"includes\":[],\"errors\":{},"
                + "\"new\":[{\"a\":[]}],\"meta\":{\"next_token\":\"\","
                + "\"result_count\":\"many\",\"newest_id\":[\"1\"],\"oldest_id\":\"x\"}}");

    assertThat(envelope)
        .isEqualTo(
            new Envelope(
                1,
                List.of(1995000000000000001L),
                0,
                0,
                0,
                1995000000000000001L,
                1995000000000000001L,
                null,
                true));
  }

  @Test
  void aPageWithARawControlCharacterIsAPage() throws IOException {
    Envelope envelope =
        read("{\"data\":[{\"id\":\"5\",\"text\":\"a\u0000b\\ud800\"}],\"meta\":{}}");

    assertThat(envelope.posts()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "[]", "\"text\"", "<html></html>", "{\"meta\":{},}", "{\"meta\":{}"})
  void refusesWhatIsNotOneJsonObject(String body) {
    assertThatThrownBy(() -> read(body)).isInstanceOf(UnreadablePageException.class);
  }

  @Test
  void refusesAPageThatIsCutAnywhere() {
    byte[] page = PAGE.strip().getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < page.length; length++) {
      byte[] cut = Arrays.copyOf(page, length);

      assertThatThrownBy(() -> EnvelopeReader.read(cut))
          .as("%d of %d bytes", length, page.length)
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void quotesNothingOfAPageThatItCannotRead() {
    assertThatThrownBy(() -> read("{\"data\":[{\"text\":\"secret thoughts\" oops}]}"))
        .hasMessageMatching("it breaks off or is not JSON in UTF-8 at byte \\d+")
        .hasNoCause();
  }

  private static Envelope read(String body) throws IOException {
    return EnvelopeReader.read(body.getBytes(StandardCharsets.UTF_8));
  }
}
