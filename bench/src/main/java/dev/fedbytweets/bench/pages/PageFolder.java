package dev.fedbytweets.bench.pages;

import dev.fedbytweets.bench.rounds.Folders;
import dev.fedbytweets.bench.rounds.Workbench;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.Journal;
import dev.fedbytweets.core.storage.JournalEntry;
import dev.fedbytweets.core.storage.LakeLayout;
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
import java.util.stream.IntStream;
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

  /// Holds the number of bytes.
  private static final String BYTES = "bytes";

  /// Pages whose size tells how many make a given size.
  private static final int SAMPLE = 20;

  private static final LocalDate DATE = LocalDate.ofInstant(FIRST_RETRIEVED, ZoneOffset.UTC);

  /// About so many bytes of JSON.
  ///
  /// @param megabytes at least 1
  public static PageFolder ofSize(Workbench bench, long seed, int megabytes)
      throws IOException, InterruptedException {
    return ofPages(bench, seed, pages(seed, megabytes));
  }

  /// How many pages have about so many bytes of JSON.
  ///
  /// @param megabytes at least 1
  public static int pages(long seed, int megabytes) {
    PageGenerator generator = new PageGenerator(seed, Story.STEADY);
    long sampled = IntStream.range(0, SAMPLE).mapToLong(page -> generator.page(page).length).sum();
    return (int) Math.max(1, Math.ceilDiv(megabytes * 1_000_000L * SAMPLE, sampled));
  }

  /// So many pages; they are made unless they are there.
  public static PageFolder ofPages(Workbench bench, long seed, int pages)
      throws IOException, InterruptedException {
    return of(
        bench,
        "numbered-pages-%d-%d".formatted(seed, pages),
        new PageGenerator(seed, Story.STEADY),
        pages);
  }

  /// Pages of any kind.
  ///
  /// @param name of the folder below the work folder
  public static PageFolder of(Workbench bench, String name, PageGenerator generator, int pages)
      throws IOException, InterruptedException {
    Path root =
        bench.input(
            name,
            folder ->
                Files.writeString(
                    folder.resolve(BYTES), Long.toString(write(folder, generator, pages))));
    return new PageFolder(root, pages, Long.parseLong(Files.readString(root.resolve(BYTES))));
  }

  /// The size of the stored pages, in bytes.
  public long storedBytes() throws IOException {
    return Folders.bytes(
        Folders.files(root).stream().filter(file -> file.toString().endsWith(".gz")).toList());
  }

  /// The files of all pages, as a glob.
  public String glob() {
    return root.resolve(LakeLayout.pages(SUBJECT, DATE, RUN)) + "/*.json.gz";
  }

  /// When a page was retrieved.
  ///
  /// @param number of the page, from 0
  static Instant retrieved(int number) {
    return FIRST_RETRIEVED.plusSeconds(number + 1L);
  }

  private static long write(Path root, PageGenerator generator, int pages) throws IOException {
    ObjectStore store = new LocalObjectStore(new LakeDirectory(Files.createDirectories(root)));
    long bytes = 0;
    for (int number = 0; number < pages; number++) {
      byte[] body = generator.page(number);
      PageKey key = PageKey.numbered(SUBJECT, DATE, RUN, number + 1);
      PageMetadata metadata = PageMetadata.imported(retrieved(number), true, "0".repeat(64));
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
