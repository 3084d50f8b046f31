package dev.fedbytweets.aotcache;

import dev.fedbytweets.aotcache.account.AwsAccount;
import dev.fedbytweets.aws.storage.S3ObjectStore;
import dev.fedbytweets.core.metrics.Metrics;
import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.run.Subject;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.step.GetTweetsInput;
import dev.fedbytweets.core.step.LabelPostsInput;
import dev.fedbytweets.core.step.ProcessRawInput;
import dev.fedbytweets.core.step.ToSilverInput;
import dev.fedbytweets.gettweets.GetTweets;
import dev.fedbytweets.gettweets.GetTweetsConfig;
import dev.fedbytweets.gettweets.checkpoint.LeaseHolder;
import dev.fedbytweets.gettweets.x.XSdkClient;
import dev.fedbytweets.labelposts.LabelPosts;
import dev.fedbytweets.labelposts.LabelPostsConfig;
import dev.fedbytweets.models.TextClassifier;
import dev.fedbytweets.processraw.ProcessRaw;
import dev.fedbytweets.processraw.ProcessRawConfig;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.files.LiveRows;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import dev.fedbytweets.tosilver.ToSilver;
import dev.fedbytweets.tosilver.ToSilverConfig;
import dev.fedbytweets.xclient.TokenSource;
import dev.fedbytweets.xstandin.StandInRules;
import dev.fedbytweets.xstandin.XStandIn;
import dev.fedbytweets.xstandin.posts.MadeUpPosts;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// All that a function meets: AWS and X, both made up, and a lake whose earlier steps can be done
/// here, in this process. Not safe for use by several threads.
public final class FakeEnvironment implements AutoCloseable {

  private static final String TOKEN = "made-up-token";
  private static final String QUERY = "(coffee OR tea OR espresso) -is:retweet";

  private final AwsAccount account;
  private final XStandIn x;
  private final S3ObjectStore store;
  private final LakeTables tables;
  private int subjects;

  private FakeEnvironment(AwsAccount account, XStandIn x) {
    this.account = account;
    this.x = x;
    this.store = S3ObjectStore.open(account.settings());
    this.tables = account.tables(AwsAccount.ENVIRONMENT + "_");
  }

  /// Starts with an empty lake.
  ///
  /// @param directory holds the objects
  public static FakeEnvironment start(Path directory) throws Exception {
    return start(AwsAccount.start(directory, TOKEN));
  }

  /// Starts with an empty lake in memory, whose objects have versions.
  public static FakeEnvironment startVersioned() throws Exception {
    return start(AwsAccount.startVersioned(TOKEN));
  }

  private static FakeEnvironment start(AwsAccount account) throws Exception {
    XStandIn x =
        XStandIn.start(
            StandInRules.USUAL
                .withToken(TOKEN)
                .withPosts(MadeUpPosts.seeded(1).withPostsPerHour(200)));
    return new FakeEnvironment(account, x);
  }

  /// The variables of a function.
  public Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>(account.environment());
    variables.put("X_API_URL", x.uri().toString());
    return variables;
  }

  public AwsAccount account() {
    return account;
  }

  public XStandIn x() {
    return x;
  }

  /// A run that starts now.
  public Run run(String name) {
    return new Run(new RunName(name), Instant.now());
  }

  /// A subject of which nothing was collected yet.
  ///
  /// @param posts how many to collect in a run
  public Subject newSubject(int posts) {
    subjects++;
    return new Subject(new SubjectName("subject-" + subjects), QUERY, posts, null, null);
  }

  /// Collects pages.
  ///
  /// @param vocabulary `tweet` or `post`
  public void collect(Run run, Subject subject, String vocabulary) {
    Map<String, String> variables = variables();
    variables.put("X_VOCABULARY", vocabulary);
    GetTweetsConfig config = GetTweetsConfig.of(variables);
    InstantSource clock = InstantSource.system();
    XSdkClient search = new XSdkClient(config.x(), TokenSource.fixed(TOKEN), clock);
    new GetTweets(config, store, search, clock, Metrics.NONE)
        .collect(
            new GetTweetsInput(run, subject), new LeaseHolder(run.name().value()), Instant.MAX);
  }

  /// Brings all pages into the bronze tables.
  public void loadBronze(Run run) {
    new ProcessRaw(
            tables, store, InstantSource.system(), ProcessRawConfig.PAGES_AT_ONCE, Metrics.NONE)
        .process(new ProcessRawInput(run), Instant.MAX);
  }

  /// Merges all that is in bronze into the silver tables.
  public void mergeSilver(Run run) {
    ToSilver toSilver =
        new ToSilver(
            tables, store, InstantSource.system(), ToSilverConfig.ROWS_AT_ONCE, Metrics.NONE);
    for (Entity table : Entity.values()) {
      toSilver.merge(new ToSilverInput(run, table), Instant.MAX);
    }
  }

  /// Labels all that is in silver.
  public void label(Run run) {
    new LabelPosts(
            tables,
            store,
            TextClassifier.sentiment(),
            TextClassifier.topics(),
            Set.of(),
            InstantSource.system(),
            LabelPostsConfig.POSTS_AT_ONCE)
        .label(new LabelPostsInput(run), Instant.MAX);
  }

  /// Identifiers of some of the posts in bronze.
  public List<String> posts(int count) {
    List<String> posts = new ArrayList<>();
    LiveRows.forEach(
        tables.table(BronzeDefinitions.TWEETS),
        BronzeDefinitions.TWEETS.binding(),
        row -> posts.add(row.id()));
    return posts.stream().distinct().limit(count).toList();
  }

  @Override
  public void close() throws Exception {
    tables.close();
    x.close();
    account.close();
  }
}
