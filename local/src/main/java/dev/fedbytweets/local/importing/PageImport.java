package dev.fedbytweets.local.importing;

import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.PageKey;
import dev.fedbytweets.core.storage.PageMetadata;
import dev.fedbytweets.local.importing.RawPageWriter.NewPage;
import dev.fedbytweets.local.importing.format.SourceKind;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Gives pages their keys and metadata, stores those that are new and counts them.
final class PageImport {

  private final Optional<SubjectName> named;
  private final Instant now;
  private final RawPageWriter writer;
  private SubjectName subject;

  private long stored;
  private long duplicates;
  private long posts;
  private long users;
  private final Map<SourceKind, Long> converted = new EnumMap<>(SourceKind.class);
  private SourceGaps gaps = SourceGaps.NONE;

  /// @param named the subject of pages that have none of their own; empty if only pages of lakes
  ///     are imported
  /// @param now bounds estimated times: what lies in the future counts as now
  PageImport(Optional<SubjectName> named, Instant now, RawPageWriter writer) {
    this.named = named;
    this.now = now;
    this.writer = writer;
  }

  /// Takes note of the file that is read next.
  void beginFile(Path file) {
    subject = LakePage.keyOf(file).map(PageKey::subject).or(() -> named).orElseThrow();
  }

  /// Takes a page as X sent it.
  void add(ByteSlice page, PageSummary summary) {
    String sha256 = page.sha256();
    PageKey key = new PageKey(subject, summary.date(), PageKey.IMPORTED, sha256);
    if (isNew(key, summary)) {
      Map<String, String> metadata = metadata(summary, sha256);
      writer.add(key, new NewPage(page.compressed(), metadata, Optional.empty()));
    }
  }

  /// Takes a page that was made of something else.
  void addAssembled(AssembledPage page) {
    PageSummary summary = page.summary();
    PageKey key = new PageKey(subject, summary.date(), PageKey.IMPORTED, page.identity());
    converted.merge(page.kind(), (long) page.draft().rows(), Long::sum);
    gaps = gaps.plus(page.draft());
    if (isNew(key, summary)) {
      Map<String, String> metadata = metadata(summary, page.bytes().sha256());
      metadata.put(PageMetadata.SOURCE_KIND, page.kind().id());
      byte[] original = new ByteSlice(page.original(), 0, page.original().length).compressed();
      writer.add(key, new NewPage(page.bytes().compressed(), metadata, Optional.of(original)));
    }
  }

  /// Takes a page of another lake, under its key there. If another page has this key here, it is
  /// stored as an imported one.
  void addLakePage(LakePage page) {
    PageSummary summary =
        PageInspector.summary(page.content().toArray())
            .orElseGet(() -> new PageSummary(Optional.empty(), Optional.empty(), 0, 0));
    String sha256 = page.content().sha256();
    boolean isTaken = writer.sha256(page.key()).filter(other -> !other.equals(sha256)).isPresent();
    PageKey key =
        isTaken
            ? new PageKey(page.key().subject(), page.key().date(), PageKey.IMPORTED, sha256)
            : page.key();
    if (isNew(key, summary)) {
      writer.add(key, new NewPage(page.body(), page.metadata(), page.original()));
    }
  }

  /// Stores what is not stored yet.
  void flush() {
    writer.flush();
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

  private boolean isNew(PageKey key, PageSummary summary) {
    if (writer.sha256(key).isPresent()) {
      duplicates++;
      return false;
    }
    stored++;
    posts += summary.posts();
    users += summary.users();
    return true;
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
