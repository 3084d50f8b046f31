package dev.fedbytweets.gettweets;

import com.amazonaws.services.lambda.runtime.Context;
import dev.fedbytweets.aws.AwsSettings;
import dev.fedbytweets.aws.lambda.StepHandler;
import dev.fedbytweets.aws.metrics.EmbeddedMetrics;
import dev.fedbytweets.aws.secrets.SecretsManagerToken;
import dev.fedbytweets.aws.storage.S3ObjectStore;
import dev.fedbytweets.core.config.Settings;
import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.step.GetTweetsInput;
import dev.fedbytweets.core.step.GetTweetsOutput;
import dev.fedbytweets.gettweets.checkpoint.LeaseHolder;
import dev.fedbytweets.gettweets.x.TokenSource;
import dev.fedbytweets.gettweets.x.XSdkClient;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/// [GetTweets] as a Lambda function. Each invocation is a holder of its own.
public final class GetTweetsHandler extends StepHandler<GetTweetsInput, GetTweetsOutput> {

  private final GetTweets getTweets;
  private final InstantSource clock;

  /// On AWS: pages in S3, the token in Secrets Manager.
  ///
  /// @throws MisconfiguredException naming every setting that is missing or wrong
  public GetTweetsHandler() {
    this(onAws(System.getenv()), InstantSource.system());
  }

  /// Anywhere.
  ///
  /// @param clock tells how far away the deadline is
  public GetTweetsHandler(GetTweets getTweets, InstantSource clock) {
    super(GetTweetsInput.class);
    this.getTweets = getTweets;
    this.clock = clock;
  }

  @Override
  protected GetTweetsOutput handle(GetTweetsInput input, Context context) {
    Instant deadline = clock.instant().plusMillis(context.getRemainingTimeInMillis());
    return getTweets.collect(input, new LeaseHolder(context.getAwsRequestId()), deadline);
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
        S3ObjectStore.open(aws),
        new XSdkClient(config.x(), TokenSource.of(token, token::refresh), clock),
        clock,
        EmbeddedMetrics.of(aws));
  }
}
