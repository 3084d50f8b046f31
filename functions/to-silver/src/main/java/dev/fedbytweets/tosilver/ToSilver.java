package dev.fedbytweets.tosilver;

import dev.fedbytweets.core.metrics.Metrics;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.step.Progress;
import dev.fedbytweets.core.step.ToSilverInput;
import dev.fedbytweets.core.step.ToSilverOutput;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.Quarantine;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.TableFailures;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import dev.fedbytweets.tables.schema.TableDefinition;
import dev.fedbytweets.tables.silver.Cleaning;
import dev.fedbytweets.tables.silver.CorrectionCounts;
import dev.fedbytweets.tables.silver.SilverTable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Merges what is new in a bronze table into its silver table.
public final class ToSilver {

  private static final Logger LOG = LoggerFactory.getLogger(ToSilver.class);

  private final LakeTables tables;
  private final Quarantine quarantine;
  private final InstantSource clock;
  private final int rowsAtOnce;

  /// @param store takes the rows that go to quarantine
  /// @param rowsAtOnce how many bronze rows one commit takes in, unless a single bronze commit
  ///     has more
  /// @param metrics count the rows that go to quarantine
  public ToSilver(
      LakeTables tables, ObjectStore store, InstantSource clock, int rowsAtOnce, Metrics metrics) {
    this.tables = Objects.requireNonNull(tables, "tables");
    this.quarantine = new Quarantine(store, metrics);
    this.clock = Objects.requireNonNull(clock, "clock");
    this.rowsAtOnce = rowsAtOnce;
  }

  /// Merges until nothing is left or the time is up; at least once.
  ///
  /// @param deadline after which no further merge is started
  public ToSilverOutput merge(ToSilverInput input, Instant deadline) {
    try {
      return switch (input.table()) {
        case TWEETS ->
            merge(
                input,
                deadline,
                BronzeDefinitions.TWEETS,
                SilverDefinitions.TWEETS,
                TweetCleaning::new);
        case USERS ->
            merge(
                input,
                deadline,
                BronzeDefinitions.USERS,
                SilverDefinitions.USERS,
                UserCleaning::new);
        case PLACES ->
            merge(
                input,
                deadline,
                BronzeDefinitions.PLACES,
                SilverDefinitions.PLACES,
                PlaceCleaning::new);
        case MEDIA ->
            merge(
                input,
                deadline,
                BronzeDefinitions.MEDIA,
                SilverDefinitions.MEDIA,
                MediumCleaning::new);
      };
    } catch (RuntimeException e) {
      throw TableFailures.classified("silver." + input.table().lowerCase(), e);
    }
  }

  private <B extends Record, S extends Record> ToSilverOutput merge(
      ToSilverInput input,
      Instant deadline,
      TableDefinition<B> bronze,
      TableDefinition<S> silver,
      Supplier<Cleaning<B, S>> cleanings) {
    SilverTable<B, S> table;
    RunName run = input.run().name();
    CorrectionCounts corrections = new CorrectionCounts();
    boolean isComplete = false;
    do {
      table =
          new SilverTable<>(
              silver, tables.pinned(silver), bronze, tables.pinned(bronze), cleanings, quarantine);
      SilverTable.MergeResult result = table.merge(run, rowsAtOnce);
      corrections.addAll(result.corrections());
      isComplete = result.isComplete();
    } while (!isComplete && clock.instant().isBefore(deadline));
    ToSilverOutput output =
        new ToSilverOutput(
            isComplete ? Progress.DONE : Progress.MORE,
            input.table(),
            table.countsOf(run),
            corrections.byName());
    LOG.atInfo().addKeyValue("rows", output.counts().written()).log("silver is merged");
    return output;
  }
}
