package dev.fedbytweets.contracts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.Arrays;

/// The one way in which pages of X are read: a page is paid for, so whatever can be read of it is
/// read. Who stores a page and who makes rows of it take the same bytes for a page.
///
/// - A byte order mark at the start is passed over. Control characters in texts stand for
///   themselves.
/// - Bytes that are not UTF-8 become U+FFFD, one for each sequence that breaks off. The two halves
///   of a surrogate pair, written as three bytes each (CESU-8), become the character that they
///   mean; a half alone, as bytes or in a name as an escape, becomes U+FFFD. So does a backslash
///   that escapes nothing.
/// - Between texts, bytes that cannot be JSON are passed over; a literal or number with such a byte
///   in it, or made of them, is null.
/// - What follows the page's object is left.
///
/// Bytes that are as they should be are read in one pass and not copied. Only if Jackson refuses
/// them they are mended and read again.
public final class PageBytes {

  /// Detecting other encodings is off: a page is UTF-8, and offsets must be those of its bytes.
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .build();

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private PageBytes() {}

  /// Reads a page's object, to its end. May be called twice for one page, and then its first call
  /// has failed: it keeps nothing of that.
  @FunctionalInterface
  public interface Reading<T> {

    /// @param json at the start of the object
    /// @param page the bytes that it reads; its offsets are theirs
    T read(JsonParser json, byte[] page) throws IOException;
  }

  /// What was read of a page.
  ///
  /// @param mended whether the page is not quite JSON in UTF-8, as the comment of the class has it;
  ///     a byte order mark and control characters in texts do not count
  public record Result<T>(T value, boolean mended) {}

  /// Reads a page.
  ///
  /// @param body UTF-8, not compressed; not changed
  /// @throws UnreadablePageException if it is no JSON object, breaks off or is damaged beyond
  ///     mending; also for JSON that goes beyond what Jackson reads: values nested over 1000 deep,
  ///     texts over 20 million characters, names over 50,000, numbers over 1000 digits
  public static <T> Result<T> read(byte[] body, Reading<T> reading) throws UnreadablePageException {
    byte[] page = withoutMark(body);
    try {
      return read(page, reading, false);
    } catch (JsonProcessingException e) {
      byte[] mended = PageMender.mended(page);
      if (isUtf16(page) || Arrays.equals(mended, page)) {
        throw unreadable(e);
      }
      return readMended(mended, reading);
    }
  }

  /// Reads once more, for a look ahead, bytes that a [Reading] was given.
  ///
  /// @param offset where to start
  public static JsonParser parser(byte[] page, int offset) throws IOException {
    return JSON.createParser(page, offset, page.length - offset);
  }

  /// Bytes that are nearly JSON in UTF-8, mended as the comment of the class has it.
  public static byte[] mended(byte[] body) {
    return PageMender.mended(withoutMark(body));
  }

  private static <T> Result<T> readMended(byte[] page, Reading<T> reading)
      throws UnreadablePageException {
    try {
      return read(page, reading, true);
    } catch (JsonProcessingException e) {
      throw unreadable(e);
    }
  }

  private static <T> Result<T> read(byte[] page, Reading<T> reading, boolean mended)
      throws JsonProcessingException, UnreadablePageException {
    try (JsonParser json = parser(page, 0)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new UnreadablePageException("it is not a JSON object");
      }
      T value = reading.read(json, page);
      return new Result<>(value, mended || goesOn(json));
    } catch (JsonProcessingException | UnreadablePageException e) {
      throw e;
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory failed", e);
    }
  }

  private static boolean goesOn(JsonParser json) throws IOException {
    try {
      return json.nextToken() != null;
    } catch (JsonProcessingException _) {
      return true;
    }
  }

  /// Without the cause: it quotes what it could not read.
  private static UnreadablePageException unreadable(JsonProcessingException e) {
    return new UnreadablePageException(
        e instanceof StreamConstraintsException
            ? "it is nested too deep, or a name, text or number in it is too long"
            : "it breaks off or is not JSON in UTF-8 at byte " + e.getLocation().getByteOffset());
  }

  /// Whether these are two bytes for each character: without every other one they would be a page.
  private static boolean isUtf16(byte[] page) {
    int at = page.length > 1 && (page[0] & page[1] & 0xFF) == 0xFE ? 2 : 0;
    return page.length > at + 3
        && (page[at] == 0 && page[at + 2] == 0 || page[at + 1] == 0 && page[at + 3] == 0);
  }

  private static byte[] withoutMark(byte[] body) {
    int length = BYTE_ORDER_MARK.length;
    boolean marked =
        body.length >= length && Arrays.equals(body, 0, length, BYTE_ORDER_MARK, 0, length);
    return marked ? Arrays.copyOfRange(body, length, body.length) : body;
  }
}
