package dev.fedbytweets.forget;

import dev.fedbytweets.aws.AwsSettings;
import dev.fedbytweets.aws.glue.GlueCatalogSettings;
import dev.fedbytweets.aws.lambda.StepHandler;
import dev.fedbytweets.aws.metrics.EmbeddedMetrics;
import dev.fedbytweets.aws.storage.S3ObjectStore;
import dev.fedbytweets.aws.storage.S3OldVersions;
import dev.fedbytweets.contracts.forgotten.ForgetRequest;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.metrics.Metric;
import dev.fedbytweets.core.metrics.Metrics;
import dev.fedbytweets.core.step.ForgetInput;
import dev.fedbytweets.core.step.ForgetProgress;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.tables.LakeTables;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// [Forget] as a Lambda function: an event brings a request, or what the call before answered, or
/// names a request that is lifted.
public final class ForgetHandler extends StepHandler<ForgetInput, ForgetProgress> {

  private static final String ENDING = ".json";

  private final Forget forget;
  private final InstantSource clock;
  private final Metrics metrics;

  /// On AWS, with the settings of the environment: see [ForgetConfig].
  public ForgetHandler() {
    this(ForgetConfig.of(System.getenv()));
  }

  private ForgetHandler(ForgetConfig config) {
    this(onAws(config), InstantSource.system(), config.margin(), EmbeddedMetrics.of(config.aws()));
  }

  /// Anywhere.
  ///
  /// @param clock measures how far away the end of the invocation is
  /// @param margin how long before the end of the invocation nothing further is begun
  /// @param metrics takes how long ago a request came that is not fulfilled
  public ForgetHandler(Forget forget, InstantSource clock, Duration margin, Metrics metrics) {
    super(ForgetInput.class, clock, margin);
    this.forget = forget;
    this.clock = clock;
    this.metrics = metrics;
  }

  @Override
  protected ForgetProgress handle(ForgetInput input, Instant deadline, String requestId) {
    if (input.lift() != null) {
      forget.liftOnce(input.lift());
      return ForgetProgress.begun(input.lift(), clock.instant()).done(false);
    }
    ForgetProgress progress = input.progress() == null ? begun(input) : input.progress();
    forget
        .pendingSince(progress.batch())
        .ifPresent(
            since ->
                metrics.put(
                    Metric.REQUEST_AGE_HOURS, Duration.between(since, clock.instant()).toHours()));
    return input.progress() == null ? progress : forget.advance(progress, deadline);
  }

  private ForgetProgress begun(ForgetInput input) {
    ForgetInput.Request request = input.request();
    if (request == null) {
      throw new RejectedException("the event has neither a request nor progress");
    }
    String batch = request.requests() == null ? named(input) : batchOf(request.requests());
    if (request.requests() != null) {
      forget.beginRequested(batch);
    } else {
      forget.beginOnce(
          batch,
          new ForgetRequest(
              request.posts(),
              request.users(),
              request.scrubGeo(),
              request.subjects(),
              request.reason(),
              clock.instant()));
    }
    return ForgetProgress.begun(batch, clock.instant());
  }

  private static String named(ForgetInput input) {
    if (input.name() == null) {
      throw new RejectedException("the request has no name");
    }
    return input.name();
  }

  private static String batchOf(String key) {
    if (!key.startsWith(LakeLayout.FORGET_REQUESTS) || !key.endsWith(ENDING)) {
      throw new RejectedException(
          "requests must be a key such as %s".formatted(LakeLayout.forgetRequest("2026-11-29")));
    }
    return key.substring(LakeLayout.FORGET_REQUESTS.length(), key.length() - ENDING.length());
  }

  private static Forget onAws(ForgetConfig config) {
    AwsSettings aws = config.aws();
    return new Forget(
        LakeTables.open(GlueCatalogSettings.properties(aws), aws.environment() + "_"),
        S3ObjectStore.open(aws),
        OtherFiles.NONE,
        S3OldVersions.open(aws, config.results()),
        ForgetConfig.SETTINGS,
        InstantSource.system());
  }
}
