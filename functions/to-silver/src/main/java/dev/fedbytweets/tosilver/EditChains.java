package dev.fedbytweets.tosilver;

import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.tables.files.Column;
import dev.fedbytweets.tables.files.ColumnFileReader;
import dev.fedbytweets.tables.silver.Key;
import dev.fedbytweets.tables.silver.KeyNumbers;
import dev.fedbytweets.tables.silver.Supersession;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The newest version of each edited post that the lake holds, among incoming and stored rows. Each
/// edit of a post is a post of its own with a larger identifier; `original_id` names the first one.
/// A version supersedes all earlier ones, under whichever subject they were collected: their
/// `is_latest_edit` becomes false.
final class EditChains implements Supersession {

  /// How long after its creation a post can be edited, according to X's documentation.
  private static final Duration EDIT_WINDOW = Duration.ofHours(1);

  private final KeyNumbers originals = new KeyNumbers();
  private long[] newest = new long[16];

  /// Notes a version that the lake holds. The first version supersedes none.
  void add(long original, long version) {
    if (version == original) {
      return;
    }
    int known = originals.size();
    int chain = originals.add(original, 0);
    if (chain == newest.length) {
      newest = Arrays.copyOf(newest, KeyNumbers.grown(chain));
    }
    newest[chain] = chain == known ? version : Math.max(newest[chain], version);
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

  /// Only an incoming version can change a stored flag, since stored rows were compared with each
  /// other before. Notes stored versions too, so that an incoming older one is cleaned as
  /// superseded.
  @Override
  public StoredRows storedRows(ColumnFileReader silver) {
    Column<Long> originalIds = silver.longs("original_id");
    Column<Boolean> latest = silver.flags("is_latest_edit");
    return key -> isNextSuperseded((Key.NumberKey) key, originalIds.next(), latest.next());
  }

  private boolean isNextSuperseded(Key.NumberKey key, Long original, Boolean isLatest) {
    if (original == null) {
      return false;
    }
    boolean isSuperseded = Boolean.TRUE.equals(isLatest) && isSuperseded(original, key.id());
    add(original, key.id());
    return isSuperseded;
  }
}
