package dev.fedbytweets.aotcache;

import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.model.Layer;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.Subject;
import dev.fedbytweets.core.step.ComplyInput;
import dev.fedbytweets.core.step.ForgetInput;
import dev.fedbytweets.core.step.GetTweetsInput;
import dev.fedbytweets.core.step.LabelPostsInput;
import dev.fedbytweets.core.step.MaintainInput;
import dev.fedbytweets.core.step.ProcessRawInput;
import dev.fedbytweets.core.step.ToGoldInput;
import dev.fedbytweets.core.step.ToSilverInput;
import java.util.List;

/// What a function usually has to do: one page of a subject, into tables that earlier runs made, or
/// a look at such a table.
public final class UsualWork {

  private static final int POSTS = 100;
  private static final int POSTS_TO_FORGET = 5;

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
      case MAINTAIN -> {
        environment.collect(run, subject, "post");
        environment.loadBronze(run);
        environment.mergeSilver(run);
        yield new MaintainInput(Layer.BRONZE, Entity.TWEETS);
      }
      case FORGET -> ForgetInput.begin(request(environment), run.name().value());
      case COMPLY -> {
        happen(environment);
        yield new ComplyInput(run);
      }
      case LABEL_POSTS -> {
        environment.collect(run, subject, "post");
        environment.loadBronze(run);
        environment.mergeSilver(run);
        yield new LabelPostsInput(run);
      }
      case TO_GOLD -> {
        environment.collect(run, subject, "post");
        environment.loadBronze(run);
        environment.mergeSilver(run);
        environment.label(run);
        yield new ToGoldInput(run);
      }
    };
  }

  /// A request to forget some of the posts that there are.
  static ForgetInput.Request request(FakeEnvironment environment) {
    return new ForgetInput.Request(
        null, environment.posts(POSTS_TO_FORGET), List.of(), List.of(), List.of(), "asked for");
  }

  /// At X some of the posts that there are were deleted, and others lost their places.
  static void happen(FakeEnvironment environment) {
    List<String> posts = environment.posts(2 * POSTS_TO_FORGET);
    for (int index = 0; index < posts.size(); index++) {
      String reason = index < POSTS_TO_FORGET ? "deleted" : "scrub_geo";
      environment.x().compliance().happened("tweets", posts.get(index), reason, null);
    }
  }

  private Run nextRun() {
    runs++;
    return environment.run("run-" + runs);
  }
}
