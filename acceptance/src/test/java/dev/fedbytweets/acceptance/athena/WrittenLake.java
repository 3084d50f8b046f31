package dev.fedbytweets.acceptance.athena;

import dev.fedbytweets.aotcache.account.AwsAccount;
import dev.fedbytweets.aws.storage.S3ObjectStore;
import dev.fedbytweets.core.config.Settings;
import dev.fedbytweets.core.config.XPrices;
import dev.fedbytweets.core.metrics.Metrics;
import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.run.Subject;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.step.GetTweetsInput;
import dev.fedbytweets.core.step.LabelPostsInput;
import dev.fedbytweets.core.step.ProcessRawInput;
import dev.fedbytweets.core.step.Progress;
import dev.fedbytweets.core.step.ToGoldInput;
import dev.fedbytweets.core.step.ToSilverInput;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.gettweets.GetTweets;
import dev.fedbytweets.gettweets.GetTweetsConfig;
import dev.fedbytweets.gettweets.checkpoint.LeaseHolder;
import dev.fedbytweets.gettweets.x.XSdkClient;
import dev.fedbytweets.labelposts.LabelPosts;
import dev.fedbytweets.labelposts.LabelPostsConfig;
import dev.fedbytweets.processraw.ProcessRaw;
import dev.fedbytweets.processraw.ProcessRawConfig;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.togold.Models;
import dev.fedbytweets.togold.PageSettings;
import dev.fedbytweets.togold.ToGold;
import dev.fedbytweets.togold.ToGoldConfig;
import dev.fedbytweets.tosilver.ToSilver;
import dev.fedbytweets.tosilver.ToSilverConfig;
import dev.fedbytweets.xclient.TokenSource;
import dev.fedbytweets.xstandin.StandInRules;
import dev.fedbytweets.xstandin.XStandIn;
import dev.fedbytweets.xstandin.posts.MadeUpPosts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A lake in S3 and Glue, written by the steps themselves: three looks at two subjects that
/// share posts, hours apart. The second look forgets how far the first one came, so that it sees
/// the same posts again with other counts. The databases are called `bronze` and `silver`, as
/// the shipped queries name them.
final class WrittenLake implements AutoCloseable {

  static final int LOOKS = 3;

  private static final Instant FIRST_LOOK = Instant.parse("2026-11-20T10:00:00Z");
  private static final Duration BETWEEN_LOOKS = Duration.ofHours(7);
  private static final int POSTS_PER_HOUR = 20;
  private static final Subject COFFEE =
      subject("coffee", "(coffee OR espresso OR café OR コーヒー) -is:retweet");
  private static final Subject HOT_DRINKS =
      subject("hot-drinks", "(coffee OR tea OR chá OR té OR お茶) -is:retweet");

  private static final Models MODELS = Models.shipped();

  private final AwsAccount account;
  private final LakeTables tables;
  private final ObjectStore store;
  private final XStandIn x;

  private WrittenLake(AwsAccount account) {
    this.account = account;
    this.tables = account.tables("");
    this.store = S3ObjectStore.open(account.settings());
    this.x =
        XStandIn.start(
            StandInRules.USUAL
                .withClock(InstantSource.fixed(FIRST_LOOK))
                .withPosts(MadeUpPosts.seeded(1).withPostsPerHour(POSTS_PER_HOUR)));
  }

  static WrittenLake write(Path directory) throws Exception {
    WrittenLake lake = new WrittenLake(AwsAccount.start(directory, StandInRules.USUAL.token()));
    for (int look = 1; look <= LOOKS; look++) {
      if (look == 2) {
        lake.forgetHowFar(COFFEE);
      }
      lake.look(new Run(new RunName("look-" + look), lake.x.clock().instant()));
      lake.x.advance(BETWEEN_LOOKS);
    }
    return lake;
  }

  AwsAccount account() {
    return account;
  }

  LakeTables tables() {
    return tables;
  }

  @Override
  public void close() throws Exception {
    x.close();
    tables.close();
    account.close();
  }

  private void look(Run run) {
    GetTweetsConfig config = GetTweetsConfig.of(Map.of("X_API_URL", x.uri().toString()));
    TokenSource token = TokenSource.fixed(StandInRules.USUAL.token());
    GetTweets getTweets =
        new GetTweets(
            config, store, new XSdkClient(config.x(), token, x.clock()), x.clock(), Metrics.NONE);
    ProcessRaw processRaw =
        new ProcessRaw(tables, store, x.clock(), ProcessRawConfig.PAGES_AT_ONCE, Metrics.NONE);
    ToSilver toSilver =
        new ToSilver(tables, store, x.clock(), ToSilverConfig.ROWS_AT_ONCE, Metrics.NONE);
    for (Subject subject : List.of(COFFEE, HOT_DRINKS)) {
      GetTweetsInput input = new GetTweetsInput(run, subject);
      done(getTweets.collect(input, new LeaseHolder(run.name().value()), Instant.MAX).status());
    }
    done(processRaw.process(new ProcessRawInput(run), Instant.MAX).status());
    for (Entity table : Entity.values()) {
      done(toSilver.merge(new ToSilverInput(run, table), Instant.MAX).status());
    }
    gold(run);
  }

  private void gold(Run run) {
    XPrices prices = XPrices.read(new Settings(Map.of()));
    PageSettings page = PageSettings.read(new Settings(Map.of()));
    LabelPosts label =
        new LabelPosts(
            tables,
            store,
            MODELS.sentiment(),
            MODELS.topics(),
            Set.of(COFFEE.name().value()),
            x.clock(),
            LabelPostsConfig.POSTS_AT_ONCE);
    ToGold toGold =
        new ToGold(tables, store, MODELS, prices, page, x.clock(), ToGoldConfig.POSTS_AT_ONCE);
    done(label.label(new LabelPostsInput(run), Instant.MAX).status());
    done(toGold.count(new ToGoldInput(run), Instant.MAX).status());
  }

  private void forgetHowFar(Subject subject) throws IOException {
    Files.delete(account.file("state/collector/%s.json".formatted(subject.name())));
  }

  private static Subject subject(String name, String query) {
    return new Subject(new SubjectName(name), query).withMedia();
  }

  private static void done(Progress progress) {
    if (progress != Progress.DONE) {
      throw new AssertionError("the step is not done, but says " + progress);
    }
  }
}
