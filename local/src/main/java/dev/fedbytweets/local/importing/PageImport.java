package dev.fedbytweets.local.importing;

import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.Gzip;
import dev.fedbytweets.core.storage.PageKey;
import dev.fedbytweets.core.storage.PageMetadata;
import dev.fedbytweets.core.work.WorkAhead;
import dev.fedbytweets.local.importing.RawPageWriter.NewPage;
import dev.fedbytweets.local.importing.format.SourceKind;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Gives pages their keys and metadata, stores those that are new and counts them. Other threads
/// name and compress them while the next ones are read.
final class PageImport implements AutoCloseable {

  /// How many bytes of pages wait to be compressed, at most. A larger page waits for nobody.
  private static final int MOST_BYTES_AHEAD = 4 << 20;

  private final Optional<SubjectName> named;
  private final Instant now;
  private final RawPageWriter writer;
  private final WorkAhead<Candidate> ahead;
  private SubjectName subject;

  private long stored;
  private long duplicates;
  private long posts;
  private long users;
  private final Map<SourceKind, Long> converted = new EnumMap<>(SourceKind.class);
  private SourceGaps gaps = SourceGaps.NONE;

  /// A page that was named.
  ///
  /// @param page empty if it was stored already
  private record Candidate(PageKey key, PageSummary summary, Optional<NewPage> page) {}

  /// @param named the subject of pages that have none of their own; empty if only pages of lakes
  ///     are imported
  /// @param now bounds estimated times: what lies in the future counts as now
  /// @param threads how many compress pages, as in [WorkAhead]
  PageImport(Optional<SubjectName> named, Instant now, RawPageWriter writer, int threads) {
    this.named = named;
    this.now = now;
    this.writer = writer;
    this.ahead = new WorkAhead<>(threads, MOST_BYTES_AHEAD, this::take);
  }

  /// Takes note of the file that is read next.
  void beginFile(Path file) {
    subject = LakePage.keyOf(file).map(PageKey::subject).or(() -> named).orElseThrow();
  }

  /// Takes a page as X sent it.
  void add(ByteSlice page, PageSummary summary) {
    SubjectName of = subject;
    if (page.length() > MOST_BYTES_AHEAD) {
      ahead.finish();
      take(named(of, page, summary));
    } else {
      ByteSlice kept = page.copy();
      ahead.add(kept.length(), () -> named(of, kept, summary));
    }
  }

  /// Takes a page that was made of something else.
  void addAssembled(AssembledPage page) {
    converted.merge(page.kind(), (long) page.draft().rows(), Long::sum);
    gaps = gaps.plus(page.draft());
    SubjectName of = subject;
    ahead.add((long) page.page().length + page.original().length, () -> named(of, page));
  }

  /// Takes a page of another lake, under its key there. If another page has this key here, it is
  /// stored as an imported one.
  void addLakePage(LakePage page) {
    ahead.finish();
    PageSummary summary =
        PageInspector.summary(page.content().toArray())
            .orElseGet(() -> new PageSummary(Optional.empty(), Optional.empty(), 0, 0));
    String sha256 = PageMetadata.ofMap(page.key().key(), page.metadata()).sha256();
    boolean isTaken = writer.sha256(page.key()).filter(other -> !other.equals(sha256)).isPresent();
    PageKey key =
        isTaken
            ? new PageKey(page.key().subject(), page.key().date(), PageKey.IMPORTED, sha256)
            : page.key();
    take(candidate(key, summary, () -> new NewPage(page.body(), page.metadata(), page.original())));
  }

  /// Stores what is not stored yet.
  void flush() {
    ahead.finish();
    writer.flush();
  }

  /// Gives up what is not stored yet.
  @Override
  public void close() {
    ahead.close();
  }

  ImportReport report(int files, Rejections rejections) {
    return new ImportReport(
        files,
        stored + duplicates,
        stored,
        duplicates,
        posts,
        users,
        converted,
        gaps,
        rejections.count(),
        rejections.lost(),
        rejections.groups(),
        rejections.first());
  }

  private Candidate named(SubjectName of, ByteSlice page, PageSummary summary) {
    String sha256 = page.sha256();
    return candidate(
        new PageKey(of, summary.date(), PageKey.IMPORTED, sha256),
        summary,
        () -> new NewPage(page.compressed(), metadata(summary, sha256), Optional.empty()));
  }

  private Candidate named(SubjectName of, AssembledPage page) {
    PageSummary summary = page.summary();
    return candidate(
        new PageKey(of, summary.date(), PageKey.IMPORTED, page.identity()),
        summary,
        () -> {
          Map<String, String> metadata = metadata(summary, page.bytes().sha256());
          metadata.put(PageMetadata.SOURCE_KIND, page.kind().id());
          byte[] original = Gzip.compress(page.original());
          return new NewPage(page.bytes().compressed(), metadata, Optional.of(original));
        });
  }

  private Candidate candidate(PageKey key, PageSummary summary, Supplier<NewPage> page) {
    return new Candidate(
        key, summary, writer.isStored(key) ? Optional.empty() : Optional.of(page.get()));
  }

  /// The page may have come a second time since it was looked for.
  private void take(Candidate page) {
    if (page.page().isEmpty() || writer.sha256(page.key()).isPresent()) {
      duplicates++;
      return;
    }
    stored++;
    posts += page.summary().posts();
    users += page.summary().users();
    writer.add(page.key(), page.page().get());
  }

  private Map<String, String> metadata(PageSummary summary, String sha256) {
    return PageMetadata.imported(
            summary.retrievedAt().orElseGet(() -> notBefore(summary)),
            summary.retrievedAt().isPresent(),
            sha256)
        .toMap();
  }

  /// X cannot have answered before the newest post of the page was written. The file's time says
  /// nothing: it may be that of a copy.
  private Instant notBefore(PageSummary summary) {
    Instant newest = summary.newestPost().orElse(Instant.EPOCH);
    return (newest.isAfter(now) ? now : newest).truncatedTo(ChronoUnit.MICROS);
  }
}
