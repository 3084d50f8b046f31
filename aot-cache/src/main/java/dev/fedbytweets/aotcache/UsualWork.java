package dev.fedbytweets.aotcache;

import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.Subject;
import dev.fedbytweets.core.step.GetTweetsInput;
import dev.fedbytweets.core.step.ProcessRawInput;
import dev.fedbytweets.core.step.ToSilverInput;

/// What a function usually has to do: one page of a subject, into tables that earlier runs made.
public final class UsualWork {

  private static final int POSTS = 100;

  private final Surroundings surroundings;
  private final Subject subject;
  private int runs;

  private UsualWork(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.subject = surroundings.newSubject(POSTS);
  }

  /// Does a whole first run, which makes the tables.
  ///
  /// @param surroundings with an empty lake
  public static UsualWork in(Surroundings surroundings) {
    UsualWork work = new UsualWork(surroundings);
    Run run = work.nextRun();
    surroundings.collect(run, work.subject, "post");
    surroundings.loadBronze(run);
    surroundings.mergeSilver(run);
    return work;
  }

  /// A function's part of the next run; the steps before it are done here.
  ///
  /// @return the event
  public Record next(Function function) {
    Run run = nextRun();
    return switch (function) {
      case GET_TWEETS -> new GetTweetsInput(run, subject);
      case PROCESS_RAW -> {
        surroundings.collect(run, subject, "post");
        yield new ProcessRawInput(run);
      }
      case TO_SILVER -> {
        surroundings.collect(run, subject, "post");
        surroundings.loadBronze(run);
        yield new ToSilverInput(run, Entity.TWEETS);
      }
    };
  }

  private Run nextRun() {
    runs++;
    return surroundings.run("run-" + runs);
  }
}
