package dev.fedbytweets.togold;

import dev.fedbytweets.aws.AwsSettings;
import dev.fedbytweets.aws.glue.GlueCatalogSettings;
import dev.fedbytweets.aws.lambda.StepHandler;
import dev.fedbytweets.aws.storage.S3ObjectStore;
import dev.fedbytweets.core.step.ToGoldInput;
import dev.fedbytweets.core.step.ToGoldOutput;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.tables.LakeTables;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// [ToGold] as a Lambda function.
public final class ToGoldHandler extends StepHandler<ToGoldInput, ToGoldOutput> {

  private final ToGold toGold;

  /// On AWS, with the settings of the environment: see [ToGoldConfig].
  public ToGoldHandler() {
    this(ToGoldConfig.of(System.getenv()));
  }

  private ToGoldHandler(ToGoldConfig config) {
    this(onAws(config), InstantSource.system(), config.margin());
  }

  /// Anywhere.
  ///
  /// @param clock measures how far away the end of the invocation is
  /// @param margin how long before the end of the invocation the last day is begun
  public ToGoldHandler(ToGold toGold, InstantSource clock, Duration margin) {
    super(ToGoldInput.class, clock, margin);
    this.toGold = toGold;
  }

  @Override
  protected ToGoldOutput handle(ToGoldInput input, Instant deadline, String requestId) {
    return toGold.count(input, deadline);
  }

  private static ToGold onAws(ToGoldConfig config) {
    AwsSettings aws = config.aws();
    List<ObjectStore> shownIn =
        config.pageBucket().stream()
            .<ObjectStore>map(bucket -> S3ObjectStore.open(aws.withBucket(bucket)))
            .toList();
    return new ToGold(
        LakeTables.open(GlueCatalogSettings.properties(aws), aws.environment() + "_"),
        S3ObjectStore.open(aws),
        shownIn,
        config.embeddings() ? Models.withEmbeddings() : Models.shipped(),
        config.prices(),
        config.page(),
        InstantSource.system(),
        config.postsAtOnce());
  }
}
