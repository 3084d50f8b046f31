package dev.fedbytweets.bench.pages;

import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.Journal;
import dev.fedbytweets.core.storage.JournalEntry;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.PageKey;
import dev.fedbytweets.core.storage.PageMetadata;
import dev.fedbytweets.local.lake.LakeDirectory;
import dev.fedbytweets.local.lake.LocalObjectStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.zip.GZIPOutputStream;

/// The raw pages of a lake, made once and then used again and again.
///
/// @param root of the lake
/// @param pages how many there are
/// @param jsonBytes of all pages, before compression
public record PageFolder(Path root, int pages, long jsonBytes) {

  /// The one subject.
  public static final SubjectName SUBJECT = new SubjectName("bench");

  /// The run that collected the pages.
  public static final RunName RUN = new RunName("bench-run");

  /// Page n was retrieved n seconds after this.
  public static final Instant FIRST_RETRIEVED = Instant.parse("2026-11-15T00:00:00Z");

  private static final LocalDate DATE = LocalDate.ofInstant(FIRST_RETRIEVED, ZoneOffset.UTC);

  /// The folder with so many pages, which is made unless it is there.
  public static PageFolder of(Path work, long seed, int pages) throws IOException {
    Path root = work.resolve("pages-" + seed + "-" + pages);
    Path done = root.resolve("bytes");
    if (!Files.exists(done)) {
      Files.writeString(done, Long.toString(write(root, seed, pages)));
    }
    return new PageFolder(root, pages, Long.parseLong(Files.readString(done)));
  }

  /// Where the pages are read from.
  public ObjectStore store() {
    return new LocalObjectStore(new LakeDirectory(root));
  }

  /// The files of all pages, as a glob.
  public String glob() {
    return root.resolve(PageKey.folder(SUBJECT, DATE, RUN)) + "/*.json.gz";
  }

  private static long write(Path root, long seed, int pages) throws IOException {
    ObjectStore store = new LocalObjectStore(new LakeDirectory(Files.createDirectories(root)));
    Pages generator = new Pages(seed);
    long bytes = 0;
    for (int number = 0; number < pages; number++) {
      byte[] body = generator.page(number);
      PageKey key = PageKey.numbered(SUBJECT, DATE, RUN, number + 1);
      PageMetadata metadata =
          PageMetadata.imported(FIRST_RETRIEVED.plusSeconds(number + 1), "0".repeat(64));
      store.writeIfAbsent(key.key(), compressed(body), metadata.toMap());
      bytes += body.length;
    }
    PageKey first = PageKey.numbered(SUBJECT, DATE, RUN, 1);
    new Journal(store).append(SUBJECT, new JournalEntry.From(first), 0);
    return bytes;
  }

  private static byte[] compressed(byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 4);
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }
}
