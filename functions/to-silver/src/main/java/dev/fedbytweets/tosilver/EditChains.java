package dev.fedbytweets.tosilver;

import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.tables.files.Column;
import dev.fedbytweets.tables.files.ColumnFileReader;
import dev.fedbytweets.tables.silver.CrossKeyFlag;
import dev.fedbytweets.tables.silver.Key;
import dev.fedbytweets.tables.silver.PairNumbering;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The newest version of each edited post that the lake holds, among incoming and stored rows. Each
/// edit of a post is a post of its own with a larger identifier; `original_id` names the first one.
/// A version supersedes all earlier ones, under whichever subject they were collected: their
/// `is_latest_edit` becomes false. A row without an edit history gets its `original_id` from any
/// row of the same version that has one; the histories of a post agree on its first version.
final class EditChains implements CrossKeyFlag {

  /// How long after its creation a post can be edited, according to X's documentation.
  private static final Duration EDIT_WINDOW = Duration.ofHours(1);

  private final PairNumbering originals = new PairNumbering();
  private long[] newest = new long[16];
  private final PairNumbering versions = new PairNumbering();
  private long[] originalOfVersion = new long[16];

  /// Notes a version that the lake holds. The first version supersedes none.
  void add(long original, long version) {
    if (version == original) {
      return;
    }
    addOriginal(original, version);
    int known = originals.size();
    int chain = originals.add(original, 0);
    if (chain == newest.length) {
      newest = Arrays.copyOf(newest, PairNumbering.grown(chain));
    }
    newest[chain] = chain == known ? version : Math.max(newest[chain], version);
  }

  /// The first version of a post, as far as any row of a version says.
  ///
  /// @param said what one row says: the version itself if it says nothing
  long original(long version, long said) {
    int number = versions.find(version, 0);
    return number < 0 ? said : Math.min(said, originalOfVersion[number]);
  }

  private void addOriginal(long original, long version) {
    int known = versions.size();
    int number = versions.add(version, 0);
    if (number == originalOfVersion.length) {
      originalOfVersion = Arrays.copyOf(originalOfVersion, PairNumbering.grown(number));
    }
    originalOfVersion[number] =
        number == known ? original : Math.min(originalOfVersion[number], original);
  }

  /// Whether the lake holds a later version, as far as is known.
  boolean isSuperseded(long original, long version) {
    int chain = originals.find(original, 0);
    return chain >= 0 && newest[chain] > version;
  }

  /// Times on all days on which other versions of a post may be stored.
  ///
  /// @param versions all versions that the post's edit history names
  static List<Instant> timesToSearch(Instant createdAt, List<Long> versions) {
    Instant lastEdit = createdAt.plus(EDIT_WINDOW);
    if (versions.size() < 2) {
      return List.of(lastEdit);
    }
    List<Instant> times = new ArrayList<>();
    times.add(lastEdit);
    versions.stream().filter(Snowflake::carriesTime).map(Snowflake::timeOf).forEach(times::add);
    return times;
  }

  @Override
  public String flagColumn() {
    return "is_latest_edit";
  }

  @Override
  public String chainColumn() {
    return "original_id";
  }

  /// Only an incoming row can change a stored flag or chain, since stored rows were compared with
  /// each other before. Notes stored versions too, so that an incoming older one is cleaned as
  /// superseded.
  @Override
  public StoredRows storedRows(ColumnFileReader silver) {
    return new StoredEdits(silver.longs("original_id"), silver.flags("is_latest_edit"));
  }

  private final class StoredEdits implements StoredRows {

    private final Column<Long> originalIds;
    private final Column<Boolean> latest;
    private long stored;
    private long original;
    private boolean isSuperseded;

    StoredEdits(Column<Long> originalIds, Column<Boolean> latest) {
      this.originalIds = originalIds;
      this.latest = latest;
    }

    @Override
    public void next(Key key) {
      long id = ((Key.NumberKey) key).id();
      Long said = originalIds.next();
      stored = said == null ? id : said;
      original = EditChains.this.original(id, stored);
      isSuperseded =
          Boolean.TRUE.equals(latest.next()) && EditChains.this.isSuperseded(original, id);
      add(original, id);
    }

    @Override
    public boolean isSuperseded() {
      return isSuperseded;
    }

    @Override
    public boolean isChainChanged() {
      return original != stored;
    }

    @Override
    public long chain() {
      return original;
    }
  }
}
