package dev.fedbytweets.gettweets.x;

import dev.fedbytweets.contracts.UnreadablePageException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What collecting needs to know of a page: how much is in it, and where it is in its window.
///
/// @param posts items of `data`
/// @param ids of these, as far as they can be read, in their order; copied
/// @param users items of `includes.users`
/// @param media items of `includes.media`
/// @param partialErrors items of `errors`
/// @param newestId the newest post; null if there is none
/// @param oldestId the oldest post; null if there is none
/// @param nextToken the page token of the page that follows; null on the last page of a window, and
///     if it cannot be used
/// @param hasMeta whether the page has the object `meta`, and in it no token that cannot be used
public record Envelope(
    int posts,
    List<Long> ids,
    int users,
    int media,
    int partialErrors,
    @Nullable Long newestId,
    @Nullable Long oldestId,
    @Nullable String nextToken,
    boolean hasMeta) {

  public Envelope {
    ids = List.copyOf(ids);
  }

  /// The envelope of a page.
  ///
  /// @param body as X sent it
  /// @throws UnreadablePageException if it cannot be read
  public static Envelope read(byte[] body) throws UnreadablePageException {
    return EnvelopeReader.read(body);
  }
}
