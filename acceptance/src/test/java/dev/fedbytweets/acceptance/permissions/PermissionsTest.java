package dev.fedbytweets.acceptance.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.acceptance.lambda.PageByHand;
import dev.fedbytweets.acceptance.permissions.Permissions.Row;
import dev.fedbytweets.acceptance.permissions.Permissions.Unused;
import dev.fedbytweets.aotcache.account.AwsAccount;
import dev.fedbytweets.aws.storage.S3ObjectStore;
import dev.fedbytweets.contracts.StepJson;
import dev.fedbytweets.contracts.forgotten.ForgetRequest;
import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.run.Subject;
import dev.fedbytweets.core.run.SubjectName;
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
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.TableContents;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import dev.fedbytweets.tables.schema.TableDefinition;
import dev.fedbytweets.xstandin.Fault;
import dev.fedbytweets.xstandin.StandInRules;
import dev.fedbytweets.xstandin.XStandIn;
import dev.fedbytweets.xstandin.posts.MadeUpPosts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/// The table of permissions allows what the functions do in all their work, and nothing else.
class PermissionsTest {

  private static final SubjectName COFFEE = new SubjectName("coffee");
  private static final SubjectName TEA = new SubjectName("tea");
  private static final SubjectName BY_HAND = new SubjectName("by-hand");

  /// More than an attempt of the SDK and its repetitions.
  private static final int ALL_ATTEMPTS = 3;

  /// What no function asks for itself: Lambda writes logs and traces in the role's name.
  private static final List<String> OF_LAMBDA = List.of("logs:", "xray:");

  /// Permissions that the work here does not need, and why they are given.
  private static final Map<String, String> UNUSED =
      Map.of(
          "s3:AbortMultipartUpload",
          "files are written in parts that are larger than any here",
          "s3:DeleteObject",
          "bronze deletes only what a commit that fails has written, and old metadata",
          "quarantine/silver.places/*",
          "bronze already refuses the places that silver refuses",
          "quarantine/silver.media/*",
          "bronze already refuses the media that silver refuses");

  private static final List<TableDefinition<?>> SILVER =
      List.of(
          SilverDefinitions.TWEETS,
          SilverDefinitions.USERS,
          SilverDefinitions.PLACES,
          SilverDefinitions.MEDIA);

  private static final List<TableDefinition<?>> EVOLVED =
      List.of(BronzeDefinitions.PLACES, SilverDefinitions.PLACES);

  private static AwsAccount account;
  private static XStandIn x;
  private static final Map<Role, TappedFunction> FUNCTIONS = new EnumMap<>(Role.class);

  @BeforeAll
  static void work() throws Exception {
    account = AwsAccount.startVersioned(StandInRules.USUAL.token());
    x = XStandIn.start(StandInRules.USUAL.withPosts(MadeUpPosts.seeded(1).withPostsPerHour(12)));
    for (Role role : Role.values()) {
      Map<String, String> settings =
          Map.of("X_API_URL", x.uri().toString(), "LAKE_PAGE_BUCKET", AwsAccount.PAGE);
      FUNCTIONS.put(role, TappedFunction.start(role.function(), account, settings));
    }
    forgetSomethingThatThereIsNot();
    firstRun();
    evolveTables();
    secondRun();
    for (MaintainInput table : MaintainInput.ALL) {
      failAndSucceed(Role.MAINTAIN, table);
    }
    forgetPosts();
    comply();
    forgetSubject();
  }

  @AfterAll
  static void stop() throws Exception {
    FUNCTIONS.values().forEach(TappedFunction::close);
    x.close();
    account.close();
  }

  @ParameterizedTest
  @EnumSource
  void aFunctionDoesNothingThatItMayNot(Role role) {
    List<Row> rows = Permissions.of(AwsAccount.ENVIRONMENT).of(role);
    List<Use> uses = FUNCTIONS.get(role).uses();

    assertThat(uses).isNotEmpty();
    assertThat(uses.stream().distinct())
        .filteredOn(use -> rows.stream().noneMatch(row -> row.allows(use)))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aFunctionMayNothingThatItDoesNotDo(Role role) {
    assertThat(unused(role)).filteredOn(unused -> !UNUSED.containsKey(unused.what())).isEmpty();
  }

  @Test
  void noExceptionIsMadeForWhatIsUsed() {
    assertThat(Stream.of(Role.values()).flatMap(role -> unused(role).stream()).map(Unused::what))
        .containsAll(UNUSED.keySet());
  }

  private static List<Unused> unused(Role role) {
    List<Use> uses = FUNCTIONS.get(role).uses();
    return Permissions.of(AwsAccount.ENVIRONMENT).of(role).stream()
        .filter(row -> !isOfLambda(row))
        .flatMap(row -> row.unused(uses).stream())
        .toList();
  }

  /// New tables, rows and an answer that cannot be used, and a failure in each function, which is
  /// called again as the state machine does.
  private static void firstRun() throws Exception {
    Run run = run("first");
    Record collect = new GetTweetsInput(run, new Subject(COFFEE, "(coffee OR tea) -is:retweet"));
    x.failNext(Fault.serverFailure(503));
    FUNCTIONS.get(Role.GET_TWEETS).fail(collect);
    x.failNext(Fault.jsonCutShort());
    FUNCTIONS.get(Role.GET_TWEETS).fail(collect);
    FUNCTIONS.get(Role.GET_TWEETS).succeed(collect);
    FUNCTIONS.get(Role.GET_TWEETS).succeed(collect);
    PageByHand.store(S3ObjectStore.open(account.settings()), run, BY_HAND);
    failAndSucceed(Role.PROCESS_RAW, new ProcessRawInput(run));
    for (Entity table : Entity.values()) {
      failAndSucceed(toSilver(table), new ToSilverInput(run, table));
    }
    failAndSucceed(Role.LABEL_POSTS, new LabelPostsInput(run));
    failAndSucceed(Role.TO_GOLD, new ToGoldInput(run));
  }

  /// News for tables that are there, without a failure.
  private static void secondRun() throws Exception {
    Run run = run("second");
    FUNCTIONS
        .get(Role.GET_TWEETS)
        .succeed(new GetTweetsInput(run, new Subject(TEA, "tea -is:retweet", 100, null, null)));
    FUNCTIONS.get(Role.PROCESS_RAW).succeed(new ProcessRawInput(run));
    for (Entity table : Entity.values()) {
      FUNCTIONS.get(toSilver(table)).succeed(new ToSilverInput(run, table));
    }
    FUNCTIONS.get(Role.LABEL_POSTS).succeed(new LabelPostsInput(run));
    FUNCTIONS.get(Role.TO_GOLD).succeed(new ToGoldInput(run));
  }

  /// From now on there is a tombstone.
  private static void forgetSomethingThatThereIsNot() throws Exception {
    ForgetProgress _ = begin("nobody", List.of("1"));
  }

  /// Posts that are everywhere.
  private static void forgetPosts() throws Exception {
    String post;
    try (LakeTables tables = account.tables(AwsAccount.ENVIRONMENT + "_")) {
      post =
          Long.toString(
              TableContents.of(tables.table(SilverDefinitions.TWEETS), SilverDefinitions.TWEETS)
                  .getLast()
                  .id());
    }
    S3ObjectStore store = S3ObjectStore.open(account.settings());
    byte[] original = "{\"id\":\"%s\"}".formatted(post).getBytes(StandardCharsets.UTF_8);
    for (String key : List.of("originals/by-hand.json", "quarantine/raw/by-hand.json")) {
      assertThat(store.writeIfAbsent(key, original, Map.of())).isPresent();
    }
    try (S3Client s3 =
        S3Client.builder()
            .forcePathStyle(true)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build()) {
      s3.putObject(
          put -> put.bucket(AwsAccount.RESULTS).key("answer.csv"), RequestBody.fromString(post));
    }
    forgetAll(begin("post", List.of(post)));
  }

  /// A subject that has a checkpoint.
  private static void forgetSubject() throws Exception {
    forgetAll(
        begin(
            "subject",
            new ForgetRequest(
                List.of(), List.of(), List.of(), List.of(TEA.value()), null, Instant.now())));
  }

  private static void forgetAll(ForgetProgress begun) throws Exception {
    ForgetProgress progress = begun;
    while (progress.status() != Progress.DONE) {
      progress = forget(ForgetInput.goOn(progress));
    }
    assertThat(progress.found()).as(progress.toString()).isZero();
  }

  /// A post is gone at X, and another has lost its place.
  private static void comply() throws Exception {
    List<String> posts;
    try (LakeTables tables = account.tables(AwsAccount.ENVIRONMENT + "_")) {
      posts =
          TableContents.of(tables.table(SilverDefinitions.TWEETS), SilverDefinitions.TWEETS)
              .stream()
              .limit(2)
              .map(post -> Long.toString(post.id()))
              .toList();
    }
    x.compliance().takes(Duration.ZERO);
    x.compliance().happened("tweets", posts.getFirst(), "deleted", Instant.now());
    x.compliance().happened("tweets", posts.getLast(), "scrub_geo", null);
    ComplyInput event = new ComplyInput(run("compliance"));
    ComplyOutput output;
    do {
      output =
          StepJson.MAPPER.readValue(FUNCTIONS.get(Role.COMPLY).answer(event), ComplyOutput.class);
    } while (output.status() != Progress.DONE);
    assertThat(output.counts()).containsEntry("deleted", 1L).containsEntry("scrub_geo", 1L);
    assertThat(output.batches()).containsExactly("compliance");
  }

  private static ForgetProgress begin(String batch, List<String> posts) throws Exception {
    return begin(
        batch, new ForgetRequest(posts, List.of(), List.of(), List.of(), null, Instant.now()));
  }

  private static ForgetProgress begin(String batch, ForgetRequest request) throws Exception {
    request.store(S3ObjectStore.open(account.settings()), batch);
    return forget(
        ForgetInput.begin(ForgetInput.Request.at(LakeLayout.forgetRequest(batch)), "run"));
  }

  private static ForgetProgress forget(ForgetInput event) throws Exception {
    return StepJson.MAPPER.readValue(
        FUNCTIONS.get(Role.FORGET).answer(event), ForgetProgress.class);
  }

  /// The first commit does not reach the catalog; then all is done, and nothing is left to do.
  private static void failAndSucceed(Role role, Record event) throws Exception {
    account.failNextOfGlue("UpdateTable", ALL_ATTEMPTS);
    FUNCTIONS.get(role).fail(event);
    FUNCTIONS.get(role).succeed(event);
    FUNCTIONS.get(role).succeed(event);
  }

  /// The tables as an older program may have left them, with a column less, and with fewer old
  /// metadata files to keep, so that some have to go.
  private static void evolveTables() {
    try (LakeTables tables = account.tables(AwsAccount.ENVIRONMENT + "_")) {
      for (TableDefinition<?> definition : SILVER) {
        tables
            .table(definition)
            .updateProperties()
            .set("write.metadata.previous-versions-max", "1")
            .commit();
      }
      for (TableDefinition<?> definition : EVOLVED) {
        tables.table(definition).updateSchema().deleteColumn("contained_within").commit();
      }
    }
  }

  private static Role toSilver(Entity table) {
    return switch (table) {
      case TWEETS -> Role.TWEETS_TO_SILVER;
      case USERS -> Role.USERS_TO_SILVER;
      case PLACES, MEDIA -> Role.PLACES_TO_SILVER;
    };
  }

  private static boolean isOfLambda(Row row) {
    return row.actions().stream()
        .allMatch(action -> OF_LAMBDA.stream().anyMatch(action::startsWith));
  }

  private static Run run(String name) {
    return new Run(new RunName(name), Instant.now());
  }
}
