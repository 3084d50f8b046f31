package dev.fedbytweets.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageBytesTest {

  private static final String PAGE =
      """
      {"data":[{"id":"1","text":"caf\u00e9 \ud83d\udc4d \\"\\ud83d\\ude00\\u00e9\\\\\\n","n":-1.5e3,"b":true},
       {"id":"2","é":null}],"includes":{},"meta":{"next_token":"b26"}}
      """;

  @Test
  void goodBytesAreReadAsTheyAre() throws IOException {
    byte[] body = bytes(PAGE);

    assertThat(PageBytes.read(body, PageBytesTest::whole))
        .isEqualTo(new PageBytes.Result<>(body, false));
    assertThat(PageMender.mended(body)).isEqualTo(body);
  }

  @ParameterizedTest
  @CsvSource({
    "09, 0009",
    "00, 0000",
    "0B, 000B",
    "1F, 001F",
    "7F, 007F",
    "C3A9, 00E9",
    "EFBFBD, FFFD",
    "F09F9880, D83DDE00"
  })
  void charactersThatUtf8HasArePartOfATextWhateverTheyAre(String bytes, String text)
      throws IOException {
    PageBytes.Result<List<String>> read = tokens(with("{\"a\":\"<\u00a7>\"}", bytes));

    assertThat(read)
        .isEqualTo(new PageBytes.Result<>(List.of("a", "<" + utf16(text) + ">"), false));
  }

  /// Latin-1, no lead byte, cut characters, beyond U+10FFFF, CESU-8 whole and half, escapes.
  @ParameterizedTest
  @CsvSource({
    "E9, FFFD",
    "FF, FFFD",
    "80, FFFD",
    "C3, FFFD",
    "C3C3A9, FFFD00E9",
    "E282, FFFD",
    "F09F98, FFFD",
    "F09F98F09F9880, FFFDD83DDE00",
    "F890, FFFDFFFD",
    "EDA0BDEDB29B, D83DDC9B",
    "EDA0BD, FFFD",
    "EDB29B, FFFD",
    "EDB29BEDA0BD, FFFDFFFD",
    "EDA0BDEDA0BDEDB29B, FFFDD83DDC9B",
    "5CE9, FFFDFFFD",
    "5C71, FFFD0071",
    "5C7531323347, FFFD00750031003200330047"
  })
  void bytesThatAreNotUtf8BecomeTheReplacementCharacter(String bytes, String text)
      throws IOException {
    PageBytes.Result<List<String>> read = tokens(with("{\"a\":\"<\u00a7>\"}", bytes));
    PageBytes.Result<List<String>> named = tokens(with("{\"<\u00a7>\":\"a\"}", bytes));

    String mended = "<" + utf16(text) + ">";
    assertThat(read).isEqualTo(new PageBytes.Result<>(List.of("a", mended), true));
    assertThat(named).isEqualTo(new PageBytes.Result<>(List.of(mended, "a"), true));
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"a\\ud83db\":1}', a\uFFFDb",
    "'{\"a\\ude00b\":1}', a\uFFFDb",
    "'{\"a\\ud83d\\u0041\":1}', a\uFFFDA",
    "'{\"a\\ud83d\\ud83d\\ude00\":1}', a\uFFFD\ud83d\ude00"
  })
  void halvesOfASurrogatePairInANameBecomeTheReplacementCharacter(String page, String name)
      throws IOException {
    assertThat(tokens(bytes(page))).isEqualTo(new PageBytes.Result<>(List.of(name, "1"), true));
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"a\":1\u00a7}', 1",
    "'{\"a\":\u00a712}', 12",
    "'{\"a\":1\u00a72}', 12",
    "'{\"a\":tr\u00a7e}', true",
    "'{\"a\":\u00a7}', ''",
    "'{\"a\":[\u00a7 ]}', ''"
  })
  void aLiteralWithABadByteIsNull(String page, String was) throws IOException {
    for (String bad : List.of("FF", "0B", "C2A0", "EFBBBF")) {
      assertThat(tokens(with(page, bad)))
          .as(was)
          .isEqualTo(new PageBytes.Result<>(List.of("a", "null"), true));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00a7{\"a\":1}",
        "{\u00a7\"a\":1}",
        "{\"a\"\u00a7:1}",
        "{\"a\":1}\u00a7",
        "{\"a\":1 \u00a7}",
        "{\"a\":\u00a7 1}",
        "{\"a\": \u00a7\"1\"}"
      })
  void badBytesBetweenTokensArePassedOver(String page) throws IOException {
    for (String bad : List.of("FF", "00", "0B", "C2A0", "EFBFBD")) {
      assertThat(tokens(with(page, bad)))
          .isEqualTo(new PageBytes.Result<>(List.of("a", "1"), true));
    }
  }

  @Test
  void aByteOrderMarkIsPassedOver() throws IOException {
    assertThat(tokens(bytes("\uFEFF{\"a\":1}")))
        .isEqualTo(new PageBytes.Result<>(List.of("a", "1"), false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "{\"a\":2}", "]", "\"", "<html>"})
  void whatFollowsThePageIsLeft(String more) throws IOException {
    assertThat(tokens(bytes("{\"a\":1}\n" + more)))
        .isEqualTo(new PageBytes.Result<>(List.of("a", "1"), true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "[]", "<html></html>", "OK", "{\"a\":1,}", "{'a':1}", "{\"a\":NaN}"})
  void whatIsNoObjectIsUnreadable(String body) {
    assertThatThrownBy(() -> tokens(bytes(body))).isInstanceOf(UnreadablePageException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
  void otherEncodingsAreUnreadable(String encoding) {
    byte[] body = PAGE.getBytes(Charset.forName(encoding));

    assertThatThrownBy(() -> tokens(body)).isInstanceOf(UnreadablePageException.class);
  }

  @Test
  void aPageThatBreaksOffAnywhereIsUnreadable() {
    byte[] page = bytes(PAGE.strip());
    for (int length = 0; length < page.length; length++) {
      byte[] cut = Arrays.copyOf(page, length);

      assertThatThrownBy(() -> tokens(cut))
          .as("%d of %d bytes", length, page.length)
          .isInstanceOf(UnreadablePageException.class);
    }
  }

  @Test
  void anyByteInATextCostsAtMostThatByte() throws Exception {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      byte[] noise = new byte[1 + random.nextInt(6)];
      random.nextBytes(noise);
      for (int j = 0; j < noise.length; j++) {
        noise[j] = noise[j] == '"' || noise[j] == '\\' ? (byte) 0xED : noise[j];
      }
      byte[] page = with("{\"a\":\"<\u00a7>\",\"b\":1}", HexFormat.of().formatHex(noise));

      assertThat(tokens(page).value()).hasSize(4).endsWith("b", "1");
      byte[] mended = PageMender.mended(page);
      assertThat(isUtf8(mended)).isTrue();
      assertThat(PageMender.mended(mended)).isEqualTo(mended);
    }
  }

  private static byte[] whole(JsonParser json, byte[] page) throws IOException {
    json.skipChildren();
    return page;
  }

  private static PageBytes.Result<List<String>> tokens(byte[] body) throws IOException {
    return PageBytes.read(body, (json, page) -> tokens(json));
  }

  private static List<String> tokens(JsonParser json) throws IOException {
    List<String> texts = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_OBJECT || !json.getParsingContext().inRoot()) {
      if (json.currentToken() == JsonToken.FIELD_NAME || json.currentToken().isScalarValue()) {
        texts.add(json.getText());
      }
    }
    return texts;
  }

  /// The text in UTF-8, with these bytes in place of its section sign.
  private static byte[] with(String text, String hex) {
    int at = text.indexOf('\u00a7');
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(bytes(text.substring(0, at)));
    bytes.writeBytes(HexFormat.of().parseHex(hex));
    bytes.writeBytes(bytes(text.substring(at + 1)));
    return bytes.toByteArray();
  }

  private static String utf16(String hex) {
    return new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_16BE);
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
