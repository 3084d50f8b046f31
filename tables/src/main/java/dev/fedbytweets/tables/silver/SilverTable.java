package dev.fedbytweets.tables.silver;

import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.model.Layer;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.step.Counts;
import dev.fedbytweets.core.storage.Quarantine;
import dev.fedbytweets.tables.commit.CommitSummary;
import dev.fedbytweets.tables.commit.StartsFrom;
import dev.fedbytweets.tables.files.LiveFile;
import dev.fedbytweets.tables.files.RowDeletes;
import dev.fedbytweets.tables.schema.TableDefinition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.util.DataFileSet;
import org.apache.iceberg.util.DeleteFileSet;
import org.apache.iceberg.util.SnapshotUtil;

/// A table with one row for each key: the latest row that bronze has for it. For one merge, from
/// the state of both tables when they were loaded. Not safe for use by several threads.
///
/// @param <B> the bronze rows
/// @param <S> the silver rows
public final class SilverTable<B extends Record, S extends Record> {

  private static final int MOST_ATTEMPTS = 10;

  private final TableDefinition<S> definition;
  private final TableDefinition<B> bronzeDefinition;
  private final Table silver;
  private final Table bronze;
  private final Supplier<? extends Cleaning<B, S>> cleanings;
  private final Quarantine quarantine;

  /// @param silver just loaded
  /// @param bronze the table of the rows as received, just loaded
  /// @param cleanings makes the cleaning of one merge
  /// @param quarantine takes the rows that cleaning rejects
  public SilverTable(
      TableDefinition<S> definition,
      Table silver,
      TableDefinition<B> bronzeDefinition,
      Table bronze,
      Supplier<? extends Cleaning<B, S>> cleanings,
      Quarantine quarantine) {
    this.definition = definition;
    this.silver = silver;
    this.bronzeDefinition = bronzeDefinition;
    this.bronze = bronze;
    this.cleanings = cleanings;
    this.quarantine = quarantine;
  }

  /// What a merge did.
  ///
  /// @param corrections what cleaning corrected
  /// @param isComplete whether silver now reaches to the end of bronze
  public record MergeResult(CorrectionCounts corrections, boolean isComplete) {}

  /// Merges what bronze gained since the last merge. If another commit to silver comes first,
  /// starts over from there.
  ///
  /// @param mostRows how many bronze rows to take at once; a bronze commit is taken whole, so it
  ///     may be more
  /// @throws RetryableException if other commits came first again and again
  public MergeResult merge(RunName run, long mostRows) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Optional<BronzeWatermark> watermark =
          BronzeWatermark.newest(SnapshotUtil.currentAncestors(silver));
      Optional<BronzeIncrement> increment = BronzeIncrement.after(watermark, bronze, mostRows);
      if (increment.isEmpty()) {
        return new MergeResult(new CorrectionCounts(), true);
      }
      Optional<MergeResult> result = tryMerge(run, increment.get());
      if (result.isPresent()) {
        return result.get();
      }
    }
    throw new RetryableException(
        "%s: %d merges in a row were overtaken by others".formatted(definition, MOST_ATTEMPTS));
  }

  /// Whether a silver table has rows that were merged under an older rule than [MergeRule]. It then
  /// has to be made anew.
  public static boolean isOfOlderRule(Table silver) {
    return BronzeWatermark.newest(SnapshotUtil.currentAncestors(silver))
        .filter(watermark -> watermark.rule() < MergeRule.NUMBER)
        .isPresent();
  }

  /// Whether silver has merged more of a bronze table than there is: the bronze table was taken
  /// back. Silver then passes over what bronze gains next.
  public static boolean isAheadOf(TableMetadata silver, TableMetadata bronze) {
    return silver.currentSnapshot() != null
        && BronzeWatermark.newest(
                SnapshotUtil.ancestorsOf(silver.currentSnapshot().snapshotId(), silver::snapshot))
            .filter(
                watermark -> watermark.table().equals(Optional.of(UUID.fromString(bronze.uuid()))))
            .filter(watermark -> watermark.sequenceNumber() > bronze.lastSequenceNumber())
            .isPresent();
  }

  /// How far into a bronze table a silver table reaches: all rows with this or a smaller data
  /// sequence number are merged. 0 if nothing is, as far as silver's history says.
  public static long reach(Table silver, Table bronze) {
    return BronzeWatermark.newest(SnapshotUtil.currentAncestors(silver))
        .map(watermark -> watermark.sequenceNumberIn(bronze))
        .orElse(0L);
  }

  /// Takes all rows out of a silver table, so that the next merges bring in what bronze has then.
  ///
  /// @throws RetryableException if other commits came first again and again
  public static void empty(Table silver, Table bronze) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      silver.refresh();
      Snapshot head = silver.currentSnapshot();
      if (head == null) {
        return;
      }
      OverwriteFiles commit = silver.newOverwrite().overwriteByRowFilter(Expressions.alwaysTrue());
      new BronzeWatermark(Optional.of(bronze.uuid()), -1, 0, MergeRule.NUMBER).set(commit);
      commit.validateWith(new StartsFrom(head));
      if (tryCommit(commit)) {
        return;
      }
    }
    throw new RetryableException(
        "%s: others committed first, %d times in a row".formatted(silver.name(), MOST_ATTEMPTS));
  }

  /// How many rows of a bronze table the next merges will take in.
  ///
  /// @param silver empty if there is no such table yet
  public static long pendingRows(Optional<Table> silver, Table bronze) {
    Optional<BronzeWatermark> watermark =
        silver.flatMap(table -> BronzeWatermark.newest(SnapshotUtil.currentAncestors(table)));
    return BronzeIncrement.after(watermark, bronze, Long.MAX_VALUE).stream()
        .flatMap(increment -> increment.files().stream())
        .mapToLong(LiveFile::rows)
        .sum();
  }

  /// What the merges of a run did.
  public Counts countsOf(RunName run) {
    return CommitSummary.countsOf(silver, run);
  }

  /// @return empty if another commit came first
  private Optional<MergeResult> tryMerge(RunName run, BronzeIncrement increment) {
    Snapshot base = silver.currentSnapshot();
    Cleaning<B, S> cleaning = cleanings.get();
    MergePlan<B, S> plan = plan(increment, cleaning);
    try (MergeWriter<S> writer = new MergeWriter<>(silver, definition, cleaning.crossKeyFlag())) {
      List<DataFile> newFiles = writer.write(plan);
      OverwriteFiles commit = silver.newOverwrite();
      commit.deleteFiles(
          DataFileSet.of(plan.changedFiles().stream().map(FileChanges::file).toList()),
          DeleteFileSet.of(plan.deleteFiles()));
      newFiles.forEach(commit::addFile);
      CommitSummary.set(commit, run, plan.counts());
      increment.upTo().set(commit);
      commit.validateWith(new StartsFrom(base));
      writer.handOver();
      if (!tryCommit(commit)) {
        writer.takeBack();
        return Optional.empty();
      }
      return Optional.of(new MergeResult(plan.inserts().corrections(), increment.isComplete()));
    }
  }

  /// Finds out what to write. The keys, which take most of the memory, are forgotten at the end.
  private MergePlan<B, S> plan(BronzeIncrement increment, Cleaning<B, S> cleaning) {
    IncomingRows incoming = IncomingRows.read(increment, cleaning);
    quarantine(incoming.rejections(), increment, cleaning);
    RowDeletes deletes = RowDeletes.of(silver);
    List<FileChanges> changedFiles =
        new MergePlanner(
                silver,
                definition.keyColumn(),
                deletes,
                definition.partitionColumn(),
                incoming,
                cleaning.crossKeyFlag())
            .plan();
    Inserts<B, S> inserts =
        new Inserts<>(increment, bronzeDefinition.binding(), incoming, cleaning);
    long rejected = incoming.rejections().size();
    long duplicates = incoming.rows() - inserts.size() - rejected;
    Counts counts = new Counts(incoming.rows(), inserts.size(), rejected, duplicates);
    return new MergePlan<>(changedFiles, deletes.files(), inserts, counts);
  }

  /// Writes rejected rows to quarantine, page by page.
  private void quarantine(
      List<IncomingRows.Rejection> rejections, BronzeIncrement increment, Cleaning<B, S> cleaning) {
    if (rejections.isEmpty()) {
      return;
    }
    BitSet rows = new BitSet();
    rejections.forEach(rejection -> rows.set(rejection.row()));
    Iterator<IncomingRows.Rejection> inOrder = rejections.iterator();
    Map<String, List<String>> linesByPage = new TreeMap<>();
    increment.forEach(
        rows::get,
        bronzeDefinition.binding(),
        (row, value) -> {
          IncomingRows.Rejection rejection = inOrder.next();
          linesByPage
              .computeIfAbsent(rejection.page(), page -> new ArrayList<>())
              .add(cleaning.quarantineLine(value, rejection.reason()));
        });
    linesByPage.forEach(
        (page, lines) -> quarantine.add(Layer.SILVER, definition.name(), page, lines));
  }

  /// @return false if another commit came first
  private static boolean tryCommit(OverwriteFiles commit) {
    try {
      commit.commit();
      return true;
    } catch (ValidationException e) {
      return false;
    }
  }
}
