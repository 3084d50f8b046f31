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
import dev.fedbytweets.tables.silver.Corrections;
import dev.fedbytweets.tables.silver.SilverTable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Merges what is new in a bronze table into its silver table.
public final class ToSilver {

  private static final Logger LOG = LoggerFactory.getLogger(ToSilver.class);

  private final LakeTables tables;
  private final Quarantine quarantine;
  private final InstantSource clock;
  private final int rowsAtOnce;

  /// @param store where rows go that cannot be used
  /// @param rowsAtOnce how many bronze rows one commit takes in, unless a single bronze commit
  ///     has more
  /// @param metrics are told of rows that were set aside
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
                new TweetCleaning());
        case USERS ->
            merge(
                input,
                deadline,
                BronzeDefinitions.USERS,
                SilverDefinitions.USERS,
                new UserCleaning());
        case PLACES ->
            merge(
                input,
                deadline,
                BronzeDefinitions.PLACES,
                SilverDefinitions.PLACES,
                new PlaceCleaning());
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
      Cleaning<B, S> cleaning) {
    SilverTable<B, S> table =
        new SilverTable<>(
            silver, tables.table(silver), bronze, tables.table(bronze), cleaning, quarantine);
    RunName run = input.run().name();
    Corrections corrections = new Corrections();
    boolean isAll = false;
    do {
      SilverTable.Merged merged = table.merge(run, rowsAtOnce);
      corrections.addAll(merged.corrections());
      isAll = merged.isAll();
    } while (!isAll && clock.instant().isBefore(deadline));
    ToSilverOutput output =
        new ToSilverOutput(
            isAll ? Progress.DONE : Progress.MORE,
            input.table(),
            table.countsOf(run),
            corrections.byName());
    LOG.atInfo().addKeyValue("rows", output.counts().written()).log("silver is merged");
    return output;
  }
}
