package dev.fedbytweets.xclient;

import dev.fedbytweets.core.failure.RetryableException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// A resumable upload to Google's object storage, whose session has begun: parts go out as they are
/// full, and of one that breaks off the rest is sent again. Holds one part in memory.
final class ResumableUpload {

  /// The storage takes parts in multiples of 256 KiB.
  private static final int PART = 32 * 256 * 1024;

  private static final int MOST_BREAKS = 5;
  private static final int RESUME = 308;
  private static final Pattern RANGE = Pattern.compile("bytes=0-(\\d+)");

  private final OkHttpClient client;
  private final URI session;
  private final byte[] part = new byte[PART];

  /// Where the part begins in the list.
  private long start;

  private int filled;
  private int breaks;

  ResumableUpload(OkHttpClient client, String session) {
    this.client = client;
    this.session = URI.create(session);
  }

  /// Takes the next identifier.
  ///
  /// @throws RetryableException if the upload broke off too often, or its session is gone
  void add(long id) {
    for (byte next : (id + "\n").getBytes(StandardCharsets.US_ASCII)) {
      if (filled == PART) {
        send(null);
      }
      part[filled++] = next;
    }
  }

  /// Ends the list.
  ///
  /// @throws RetryableException as [#add]
  void finish() {
    send(start + filled);
  }

  /// Sends the part, or what is left of it, until the storage has it.
  ///
  /// @param total length of the whole list; null if more will come
  private void send(@Nullable Long total) {
    long end = start + filled;
    boolean isDone = false;
    while (!isDone) {
      try {
        int before = filled;
        Answer answer = put(rest(), range(total));
        drop(answer.isComplete() ? end : answer.stored());
        isDone = answer.isComplete() || total == null && filled == 0;
        if (!isDone && filled == before) {
          countBreak(new IOException("the storage takes nothing more"));
        }
      } catch (IOException e) {
        countBreak(e);
        isDone = isKnownToBeComplete(total);
      }
    }
  }

  /// Asks the storage how much it has, after a break.
  private boolean isKnownToBeComplete(@Nullable Long total) {
    try {
      Answer answer = put(new byte[0], "bytes */" + (total == null ? "*" : total));
      drop(answer.isComplete() ? start + filled : answer.stored());
      return answer.isComplete() || total == null && filled == 0;
    } catch (IOException e) {
      countBreak(e);
      return false;
    }
  }

  private Answer put(byte[] bytes, String range) throws IOException {
    Request request =
        new Request.Builder()
            .url(session.toString())
            .header("Content-Range", range)
            .put(RequestBody.create(bytes, JobStorageClient.TEXT))
            .build();
    try (Response response = client.newCall(request).execute()) {
      int status = response.code();
      if (status == 200 || status == 201) {
        return new Answer(true, 0);
      }
      if (status == RESUME) {
        return new Answer(false, stored(response.header("range")));
      }
      if (status >= 500 || status == 408 || status == 429) {
        throw new IOException("the storage answered " + status);
      }
      throw JobStorageClient.refused(session, status);
    }
  }

  private byte[] rest() {
    return Arrays.copyOf(part, filled);
  }

  private String range(@Nullable Long total) {
    String of = total == null ? "*" : total.toString();
    return filled == 0
        ? "bytes */" + of
        : "bytes %d-%d/%s".formatted(start, start + filled - 1, of);
  }

  /// The storage has all bytes before this one.
  private void drop(long stored) {
    if (stored < start) {
      throw new RetryableException(
          "the list of a compliance job cannot be resumed: %s has less of it than before"
              .formatted(session.getHost()));
    }
    int gone = Math.clamp(stored - start, 0, filled);
    System.arraycopy(part, gone, part, 0, filled - gone);
    start += gone;
    filled -= gone;
  }

  private void countBreak(IOException e) {
    breaks++;
    if (breaks > MOST_BREAKS) {
      throw XFailures.noAnswer("the list of a compliance job", e, session);
    }
  }

  private static long stored(@Nullable String range) {
    Matcher stored = RANGE.matcher(range == null ? "" : range);
    return stored.matches() ? Long.parseLong(stored.group(1)) + 1 : 0;
  }

  /// @param stored how many bytes of the list the storage has, unless it is complete
  private record Answer(boolean isComplete, long stored) {}
}
