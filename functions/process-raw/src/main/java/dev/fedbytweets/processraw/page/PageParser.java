package dev.fedbytweets.processraw.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.fedbytweets.core.model.DataKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/// Reads a response page of X into bronze rows, in one pass over its bytes.
///
/// - X's two vocabularies, `tweet` and `post` names, are read alike, also mixed in one page.
/// - `data`, `includes.users` and `includes.places` are rows, each a list or a single row.
///   Everything else stays in the raw page only. What `data` holds, posts, users or places, shows
///   in its first row (see [DataKind]); a page whose `data` holds something else is refused.
/// - A row that is no object or has no usable `id` (a text that is not blank, or a whole number)
///   is quarantined. Of several rows with the same `id` in a page the first is kept.
/// - Of a field that an object has several times, under one name or under two, the first value
///   that is neither null nor malformed is taken.
/// - Identifiers are text, digit for digit. Texts are as received, except that halves of
///   surrogate pairs that stand alone become U+FFFD: Parquet's UTF-8 cannot hold them.
/// - A value of another kind than its column's is null in the row and counted. Of lists only the
///   elements that fit are kept; a list of coordinates is kept whole or not at all.
/// - A field that is neither a column nor in X's documentation is counted. This looks into the
///   page, `includes`, the rows, and the objects in them that columns come from, but not into
///   lists.
///
/// Safe for use by several threads.
public final class PageParser {

  /// Detecting other encodings is off: a page is UTF-8, and offsets must be those of its bytes.
  static final JsonFactory JSON =
      JsonFactory.builder().disable(JsonFactory.Feature.CHARSET_DETECTION).build();

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /// Reads one page: all of it or, if it is not one whole JSON object in UTF-8 or its `data` holds
  /// no posts, users or places, nothing.
  ///
  /// @param body the response body, not compressed; a byte order mark is passed over; not null
  /// @param origin not null
  /// @return a [BrokenPage] also for JSON that goes beyond what Jackson reads: values nested over
  ///     1000 deep, texts over 20 million characters, names over 50,000 or with half a surrogate
  ///     pair, numbers over 1000 digits
  public PageOutcome parse(byte[] body, PageOrigin origin) {
    byte[] page = withoutMark(body);
    try (JsonParser json = JSON.createParser(page)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return new BrokenPage("it is not a JSON object");
      }
      PageOutcome read = new PageReader(page, origin, new JsonCursor(json)).read();
      return json.nextToken() == null ? read : new BrokenPage("it goes on after its JSON object");
    } catch (StreamConstraintsException e) {
      return new BrokenPage("it is nested too deep, or a name, text or number in it is too long");
    } catch (JsonProcessingException e) {
      return new BrokenPage(
          "it breaks off or is not JSON in UTF-8 at byte " + e.getLocation().getByteOffset());
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory failed", e);
    }
  }

  private static byte[] withoutMark(byte[] body) {
    int length = BYTE_ORDER_MARK.length;
    boolean marked =
        body.length >= length && Arrays.equals(body, 0, length, BYTE_ORDER_MARK, 0, length);
    return marked ? Arrays.copyOfRange(body, length, body.length) : body;
  }
}
