package dev.fedbytweets.aotcache;

import dev.fedbytweets.contracts.StepJson;
import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.Subject;
import dev.fedbytweets.core.step.ComplyInput;
import dev.fedbytweets.core.step.ComplyOutput;
import dev.fedbytweets.core.step.ForgetInput;
import dev.fedbytweets.core.step.ForgetProgress;
import dev.fedbytweets.core.step.GetTweetsInput;
import dev.fedbytweets.core.step.LabelPostsInput;
import dev.fedbytweets.core.step.MaintainInput;
import dev.fedbytweets.core.step.ProcessRawInput;
import dev.fedbytweets.core.step.Progress;
import dev.fedbytweets.core.step.ToGoldInput;
import dev.fedbytweets.core.step.ToSilverInput;
import dev.fedbytweets.xstandin.Fault;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

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
      case MAINTAIN -> maintain();
      case FORGET -> forget();
      case COMPLY -> comply();
      case LABEL_POSTS -> label();
      case TO_GOLD -> count();
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

  /// Tables of several runs, of which each but the first has something to be written together.
  private void maintain() throws InterruptedException {
    for (int round = 1; round <= 2 * ROUNDS; round++) {
      merged(round);
      if (round % ROUNDS == 0) {
        for (MaintainInput table : MaintainInput.ALL) {
          process.perform(table);
        }
      }
    }
  }

  /// Posts of tables that were merged more than once, in all steps to the end.
  private void forget() throws InterruptedException {
    for (int round = 1; round <= ROUNDS; round++) {
      Run run = merged(round);
      ForgetProgress progress =
          forget(ForgetInput.begin(UsualWork.request(environment), run.name().value()));
      while (progress.status() != Progress.DONE) {
        progress = forget(ForgetInput.goOn(progress));
      }
    }
  }

  private ForgetProgress forget(ForgetInput event) throws InterruptedException {
    return answer(event, ForgetProgress.class);
  }

  /// Checks in which posts come back: X's jobs are over at once, so nothing is waited for.
  private void comply() throws InterruptedException {
    environment.x().compliance().takes(Duration.ZERO);
    for (int round = 1; round <= ROUNDS; round++) {
      Run run = merged(round);
      UsualWork.happen(environment);
      ComplyInput event = new ComplyInput(run);
      ComplyOutput output = answer(event, ComplyOutput.class);
      while (output.status() != Progress.DONE) {
        output = answer(event, ComplyOutput.class);
      }
    }
  }

  /// Days that are new; more posts for them; nothing new.
  private void label() throws InterruptedException {
    for (int round = 1; round <= ROUNDS; round++) {
      Run run = merged(round);
      process.perform(new LabelPostsInput(run));
      process.perform(new LabelPostsInput(run));
    }
  }

  /// The same, with the labels made here.
  private void count() throws InterruptedException {
    for (int round = 1; round <= ROUNDS; round++) {
      Run run = merged(round);
      environment.label(run);
      process.perform(new ToGoldInput(run));
      process.perform(new ToGoldInput(run));
    }
  }

  private Run merged(int round) {
    Run run = collected(round);
    environment.loadBronze(run);
    environment.mergeSilver(run);
    return run;
  }

  private <T> T answer(Record event, Class<T> type) throws InterruptedException {
    byte[] answer = process.answer(event).getBytes(StandardCharsets.UTF_8);
    return StepJson.read(StepJson.tree(new ByteArrayInputStream(answer)), type);
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
