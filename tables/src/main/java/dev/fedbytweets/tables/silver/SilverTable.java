package dev.fedbytweets.tables.silver;

import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.step.Counts;
import dev.fedbytweets.core.storage.Quarantine;
import dev.fedbytweets.tables.commit.Summary;
import dev.fedbytweets.tables.schema.TableDefinition;
import java.util.Iterator;
import java.util.Optional;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotAncestryValidator;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.util.SnapshotUtil;

/// A table with one row for each key: the newest look at it. Merging what bronze gained is
/// idempotent, and the order in which rows come makes no difference. Not safe for use by several
/// threads.
public final class SilverTable<B extends Record, S extends Record> {

  private static final int MOST_ATTEMPTS = 10;

  private final TableDefinition<S> definition;
  private final TableDefinition<B> bronzeDefinition;
  private final Table silver;
  private final Table bronze;
  private final Cleaning<B, S> cleaning;
  private final Quarantine quarantine;

  /// @param bronze the table of the rows as received
  /// @param quarantine where rows go that cleaning cannot use
  public SilverTable(
      TableDefinition<S> definition,
      Table silver,
      TableDefinition<B> bronzeDefinition,
      Table bronze,
      Cleaning<B, S> cleaning,
      Quarantine quarantine) {
    this.definition = definition;
    this.silver = silver;
    this.bronzeDefinition = bronzeDefinition;
    this.bronze = bronze;
    this.cleaning = cleaning;
    this.quarantine = quarantine;
  }

  /// What a merge did.
  ///
  /// @param corrections what cleaning mended
  /// @param isAll whether silver now reaches to the end of bronze
  public record Merged(Corrections corrections, boolean isAll) {}

  /// Merges what bronze gained since the last merge. If another merge is faster, starts over from
  /// what that one left.
  ///
  /// @param mostRows how many bronze rows to take at once; a bronze commit is taken whole, so it
  ///     may be more
  /// @throws RetryableException if others were faster again and again
  public Merged merge(RunName run, long mostRows) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      bronze.refresh();
      silver.refresh();
      Optional<BronzePoint> reached = BronzePoint.newest(SnapshotUtil.currentAncestors(silver));
      Optional<Gain> gain = Gain.since(bronze, reached, mostRows);
      if (gain.isEmpty()) {
        return new Merged(new Corrections(), true);
      }
      Optional<Merged> merged = merge(run, gain.get());
      if (merged.isPresent()) {
        return merged.get();
      }
    }
    throw new RetryableException(
        "%s: %d merges in a row were overtaken by others".formatted(definition, MOST_ATTEMPTS));
  }

  /// What the merges of a run did.
  public Counts countsOf(RunName run) {
    silver.refresh();
    return Summary.countsOf(silver, run);
  }

  private Optional<Merged> merge(RunName run, Gain gain) {
    Snapshot base = silver.currentSnapshot();
    Difference<B, S> difference = difference(gain);
    News<B, S> news = difference.news();
    news.setAside(quarantine, definition.entity());
    try (Rewrite<B, S> rewrite = new Rewrite<>(silver, definition, difference)) {
      rewrite.write();
      OverwriteFiles commit = prepare(run, gain, base, news.counts());
      difference.changed().forEach(file -> commit.deleteFile(file.file()));
      rewrite.written().forEach(commit::addFile);
      rewrite.handOver();
      return commits(commit, rewrite)
          ? Optional.of(new Merged(news.corrections(), gain.isAll()))
          : Optional.empty();
    }
  }

  /// What bronze gained, held against silver. The keys, which take most of the memory, are
  /// forgotten at the end.
  private Difference<B, S> difference(Gain gain) {
    Batch batch = Batch.of(bronze, gain.files(), cleaning);
    Comparison comparison = new Comparison(silver, batch, definition.dayOf());
    BronzeRows<B> rows = new BronzeRows<>(bronze, gain.files(), bronzeDefinition.row());
    return new Difference<>(comparison.changed(), new News<>(rows, batch, cleaning));
  }

  private OverwriteFiles prepare(RunName run, Gain gain, Snapshot base, Counts counts) {
    OverwriteFiles overwrite = silver.newOverwrite();
    Summary.set(overwrite, run, counts);
    gain.upTo().set(overwrite);
    overwrite.validateWith(new StartsFrom(base));
    return overwrite;
  }

  /// @return false if another commit came first
  private static boolean commits(OverwriteFiles commit, Rewrite<?, ?> rewrite) {
    try {
      commit.commit();
      return true;
    } catch (ValidationException e) {
      rewrite.takeBack();
      return false;
    }
  }

  /// What was read must be what is replaced: any commit in between makes the merge start over.
  private record StartsFrom(Snapshot base) implements SnapshotAncestryValidator {

    @Override
    public boolean validate(Iterable<Snapshot> ancestry) {
      Iterator<Snapshot> snapshots = ancestry.iterator();
      if (base == null || !snapshots.hasNext()) {
        return base == null && !snapshots.hasNext();
      }
      return snapshots.next().snapshotId() == base.snapshotId();
    }

    @Override
    public String errorMessage() {
      return "another commit came first";
    }
  }
}
