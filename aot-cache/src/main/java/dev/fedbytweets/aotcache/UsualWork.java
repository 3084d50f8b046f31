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

  private final FakeEnvironment environment;
  private final Subject subject;
  private int runs;

  private UsualWork(FakeEnvironment environment) {
    this.environment = environment;
    this.subject = environment.newSubject(POSTS);
  }

  /// Does a whole first run, which makes the tables.
  ///
  /// @param environment with an empty lake
  public static UsualWork in(FakeEnvironment environment) {
    UsualWork work = new UsualWork(environment);
    Run run = work.nextRun();
    environment.collect(run, work.subject, "post");
    environment.loadBronze(run);
    environment.mergeSilver(run);
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
        environment.collect(run, subject, "post");
        yield new ProcessRawInput(run);
      }
      case TO_SILVER -> {
        environment.collect(run, subject, "post");
        environment.loadBronze(run);
        yield new ToSilverInput(run, Entity.TWEETS);
      }
    };
  }

  private Run nextRun() {
    runs++;
    return environment.run("run-" + runs);
  }
}
