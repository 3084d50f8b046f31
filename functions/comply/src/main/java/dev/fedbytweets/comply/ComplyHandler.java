package dev.fedbytweets.comply;

import dev.fedbytweets.aws.AwsSettings;
import dev.fedbytweets.aws.glue.GlueCatalogSettings;
import dev.fedbytweets.aws.lambda.StepHandler;
import dev.fedbytweets.aws.secrets.SecretsManagerToken;
import dev.fedbytweets.aws.storage.S3ObjectStore;
import dev.fedbytweets.core.config.Settings;
import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.step.ComplyInput;
import dev.fedbytweets.core.step.ComplyOutput;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.xclient.ComplianceClient;
import dev.fedbytweets.xclient.TokenSource;
import dev.fedbytweets.xclient.XConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/// [Comply] as a Lambda function: each invocation does what can be done now.
public final class ComplyHandler extends StepHandler<ComplyInput, ComplyOutput> {

  private final Comply comply;

  /// On AWS: the lake in S3 and Glue, the token in Secrets Manager.
  ///
  /// @throws MisconfiguredException naming every setting that is missing or wrong
  public ComplyHandler() {
    this(onAws(System.getenv()), InstantSource.system());
  }

  /// Anywhere.
  ///
  /// @param clock measures how far away the end of the invocation is
  public ComplyHandler(Comply comply, InstantSource clock) {
    super(ComplyInput.class, clock, Duration.ZERO);
    this.comply = comply;
  }

  @Override
  protected ComplyOutput handle(ComplyInput input, Instant deadline, String requestId) {
    return comply.advance(input.run());
  }

  private static Comply onAws(Map<String, String> environment) {
    Settings settings = new Settings(environment);
    ComplyConfig config = ComplyConfig.read(settings);
    Supplier<AwsSettings> lake = AwsSettings.read(settings);
    AwsSettings aws = settings.build(lake);
    SecretsManagerToken token = SecretsManagerToken.open(aws);
    InstantSource clock = InstantSource.system();
    return new Comply(
        config,
        LakeTables.open(GlueCatalogSettings.properties(aws), aws.environment() + "_"),
        S3ObjectStore.open(aws),
        new ComplianceClient(
            new XConnection(
                config.address(),
                config.callTimeout(),
                TokenSource.of(token, token::refresh),
                clock)),
        clock);
  }
}
