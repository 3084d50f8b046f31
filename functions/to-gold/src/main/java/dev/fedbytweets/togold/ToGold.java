package dev.fedbytweets.togold;

import dev.fedbytweets.contracts.gold.TakenDays;
import dev.fedbytweets.core.config.XPrices;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.step.Progress;
import dev.fedbytweets.core.step.ToGoldInput;
import dev.fedbytweets.core.step.ToGoldOutput;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.TableFailures;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts anew what the gold tables say about days that changed, and then writes the page.
public final class ToGold {

  private static final Logger LOG = LoggerFactory.getLogger(ToGold.class);

  private final PostDays postDays;
  private final RunDays runDays;
  private final PageWriter page;
  private final InstantSource clock;

  /// @param store of the lake, which has the page
  /// @param prices what X charges
  /// @param pageSettings what the page shows beside what is in the lake
  /// @param postsAtOnce after which no further day is begun in one commit
  public ToGold(
      LakeTables lake,
      ObjectStore store,
      Models models,
      XPrices prices,
      PageSettings pageSettings,
      InstantSource clock,
      long postsAtOnce) {
    this(lake, store, List.of(), models, prices, pageSettings, clock, postsAtOnce);
  }

  /// @param store of the lake, which has the page
  /// @param shownIn what else gets a copy of the page
  /// @param prices what X charges
  /// @param pageSettings what the page shows beside what is in the lake
  /// @param postsAtOnce after which no further day is begun in one commit
  public ToGold(
      LakeTables lake,
      ObjectStore store,
      List<ObjectStore> shownIn,
      Models models,
      XPrices prices,
      PageSettings pageSettings,
      InstantSource clock,
      long postsAtOnce) {
    this.postDays = new PostDays(lake, store, models, clock, postsAtOnce);
    this.runDays = new RunDays(lake, store, prices, clock);
    this.page = new PageWriter(lake, store, shownIn, models, pageSettings);
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /// Counts until nothing is left or the time is up; at least one day, if there is any.
  ///
  /// @param deadline after which no further day is begun
  public ToGoldOutput count(ToGoldInput input, Instant deadline) {
    try {
      return count(input.run().name(), deadline);
    } catch (RuntimeException e) {
      throw TableFailures.classified("gold", e);
    }
  }

  private ToGoldOutput count(RunName run, Instant deadline) {
    TakenDays sum = TakenDays.NONE;
    TakenDays last;
    do {
      last = postDays.count(run, deadline);
      sum = sum.plus(last);
    } while (last.left() > 0 && clock.instant().isBefore(deadline));
    TakenDays runs = runDays.count(run, deadline);
    int left = last.left() + runs.left();
    LOG.atInfo().addKeyValue("days", sum.days()).addKeyValue("left", left).log("days are counted");
    return new ToGoldOutput(
        left > 0 ? Progress.MORE : Progress.DONE,
        sum.days(),
        left,
        sum.read(),
        sum.rows() + runs.rows(),
        left > 0 ? null : page.write(clock.instant()));
  }
}
