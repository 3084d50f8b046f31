package dev.fedbytweets.aotcache;

import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.Subject;
import dev.fedbytweets.core.step.GetTweetsInput;
import dev.fedbytweets.core.step.ProcessRawInput;
import dev.fedbytweets.core.step.ToSilverInput;
import dev.fedbytweets.xstandin.Fault;

/// What a function is made to do in training: everything it usually does.
final class TrainingWorkload {

  private static final int ROUNDS = 3;
  private static final int POSTS = 300;

  private final FakeEnvironment environment;
  private final RunningFunction process;

  TrainingWorkload(FakeEnvironment environment, RunningFunction process) {
    this.environment = environment;
    this.process = process;
  }

  /// Goes through all of a function's work.
  void all(Function function) throws InterruptedException {
    switch (function) {
      case GET_TWEETS -> collect();
      case PROCESS_RAW -> loadBronze();
      case TO_SILVER -> mergeSilver();
    }
  }

  /// A new subject of several pages; the same one again; then X and its token fail.
  private void collect() throws InterruptedException {
    for (int round = 1; round <= ROUNDS; round++) {
      Subject subject = environment.newSubject(POSTS);
      process.perform(new GetTweetsInput(run(round), subject));
      process.perform(new GetTweetsInput(run(ROUNDS + round), subject));
    }
    Run failing = run(2 * ROUNDS + 1);
    environment.x().failNext(Fault.unauthorized());
    environment.x().failNext(Fault.serverFailure(503));
    process.invoke(new GetTweetsInput(failing, environment.newSubject(POSTS)));
    process.invoke(new GetTweetsInput(failing, environment.newSubject(POSTS)));
  }

  /// Tables that are not there yet; more pages, in both vocabularies; nothing new.
  private void loadBronze() throws InterruptedException {
    for (int round = 1; round <= ROUNDS; round++) {
      Run run = collected(round);
      process.perform(new ProcessRawInput(run));
      process.perform(new ProcessRawInput(run));
    }
  }

  /// Tables that are not there yet; news for those that are; nothing new.
  private void mergeSilver() throws InterruptedException {
    for (int round = 1; round <= ROUNDS; round++) {
      Run run = collected(round);
      environment.loadBronze(run);
      for (Entity table : Entity.values()) {
        process.perform(new ToSilverInput(run, table));
        process.perform(new ToSilverInput(run, table));
      }
    }
  }

  /// Collected here, not by the function.
  private Run collected(int round) {
    Run run = run(round);
    environment.collect(run, environment.newSubject(POSTS), "post");
    environment.collect(run, environment.newSubject(POSTS), "tweet");
    return run;
  }

  private Run run(int number) {
    return environment.run("training-" + number);
  }
}
