package dev.fedbytweets.acceptance.lambda;

import dev.fedbytweets.aws.storage.S3ObjectStore;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.Journal;
import dev.fedbytweets.core.storage.JournalEntry;
import dev.fedbytweets.core.storage.PageKey;
import dev.fedbytweets.core.storage.PageMetadata;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;

/// Stores and announces a page that X would not send.
public final class PageByHand {

  /// Rows that bronze cannot use, one of each table.
  static final int SET_ASIDE_BY_BRONZE = 4;

  /// Rows that bronze takes and silver cannot use, a post and a user. Of places and media there are
  /// none.
  static final int SET_ASIDE_BY_SILVER = 2;

  private static final String ROWS =
      """
      {"data": [{"id": "1", "text": "good", "created_at": "2026-11-20T09:00:00.000Z"},
                {"text": "no id"},
                {"id": "no number", "text": "no id for silver"}],
       "includes": {"users": [{"id": "1"}, {"username": "no id"}, {"id": "no number"}],
                    "places": [{"id": "p"}, {"name": "no id"}],
                    "media": [{"media_key": "3_1"}, {"type": "photo"}]}}
      """;

  private PageByHand() {}

  /// Stores a page that has rows of all four tables, good ones and such that cannot be used.
  public static void store(S3ObjectStore store, Run run, SubjectName subject) throws IOException {
    PageKey key = PageKey.numbered(subject, run.date(), run.name(), 1);
    new Journal(store).append(subject, new JournalEntry.From(key), 0);
    PageMetadata metadata = PageMetadata.imported(Instant.now(), true, "0".repeat(64));
    store.writeIfAbsent(key.key(), compressed(ROWS), metadata.toMap());
  }

  private static byte[] compressed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
