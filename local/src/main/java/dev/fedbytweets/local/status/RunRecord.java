package dev.fedbytweets.local.status;

import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.step.Counts;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.commit.RunCommits;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import dev.fedbytweets.tables.schema.TableDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A run that changed the tables.
///
/// @param at the time of its first commit
/// @param bronze counts of the posts that it appended to bronze
/// @param silver counts of the posts that were merged into silver
public record RunRecord(RunName run, Instant at, Counts bronze, Counts silver) {

  private static final int SHOWN = 10;

  static List<RunRecord> last(LakeTables tables) {
    Map<RunName, RunCommits.Commits> silver = commits(tables, SilverDefinitions.TWEETS);
    List<RunRecord> runs = new ArrayList<>();
    commits(tables, BronzeDefinitions.TWEETS)
        .forEach(
            (run, commits) -> {
              RunCommits.Commits merged = silver.get(run);
              runs.add(
                  new RunRecord(
                      run,
                      commits.first(),
                      commits.counts(),
                      merged == null ? Counts.NONE : merged.counts()));
            });
    return runs.reversed().stream().limit(SHOWN).toList();
  }

  private static Map<RunName, RunCommits.Commits> commits(
      LakeTables tables, TableDefinition<?> table) {
    return tables.existing(table).map(RunCommits::of).orElse(Map.of());
  }
}
