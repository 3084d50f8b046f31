package dev.fedbytweets.gettweets;

import dev.fedbytweets.aws.AwsSettings;
import dev.fedbytweets.aws.lambda.StepHandler;
import dev.fedbytweets.aws.metrics.EmbeddedMetrics;
import dev.fedbytweets.aws.secrets.SecretsManagerToken;
import dev.fedbytweets.aws.storage.S3ObjectStore;
import dev.fedbytweets.contracts.forgotten.ForgettingStore;
import dev.fedbytweets.core.config.Settings;
import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.step.GetTweetsInput;
import dev.fedbytweets.core.step.GetTweetsOutput;
import dev.fedbytweets.gettweets.checkpoint.LeaseHolder;
import dev.fedbytweets.gettweets.x.XSdkClient;
import dev.fedbytweets.xclient.TokenSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/// [GetTweets] as a Lambda function. Each invocation is a holder of its own.
public final class GetTweetsHandler extends StepHandler<GetTweetsInput, GetTweetsOutput> {

  private final GetTweets getTweets;

  /// On AWS: pages in S3 without what is forgotten, the token in Secrets Manager.
  ///
  /// @throws MisconfiguredException naming every setting that is missing or wrong
  public GetTweetsHandler() {
    this(onAws(System.getenv()), InstantSource.system());
  }

  /// Anywhere.
  ///
  /// @param clock measures how far away the end of the invocation is
  public GetTweetsHandler(GetTweets getTweets, InstantSource clock) {
    super(GetTweetsInput.class, clock, Duration.ZERO);
    this.getTweets = getTweets;
  }

  @Override
  protected GetTweetsOutput handle(GetTweetsInput input, Instant deadline, String requestId) {
    return getTweets.collect(input, new LeaseHolder(requestId), deadline);
  }

  private static GetTweets onAws(Map<String, String> environment) {
    Settings settings = new Settings(environment);
    GetTweetsConfig config = GetTweetsConfig.read(settings);
    Supplier<AwsSettings> lake = AwsSettings.read(settings);
    AwsSettings aws = settings.build(lake);
    SecretsManagerToken token = SecretsManagerToken.open(aws);
    InstantSource clock = InstantSource.system();
    return new GetTweets(
        config,
        new ForgettingStore(S3ObjectStore.open(aws), clock, ForgettingStore.USUAL),
        new XSdkClient(config.x(), TokenSource.of(token, token::refresh), clock),
        clock,
        EmbeddedMetrics.of(aws));
  }
}
