package dev.fedbytweets.labelposts;

import dev.fedbytweets.aws.AwsSettings;
import dev.fedbytweets.aws.glue.GlueCatalogSettings;
import dev.fedbytweets.aws.lambda.StepHandler;
import dev.fedbytweets.aws.storage.S3ObjectStore;
import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.step.LabelPostsInput;
import dev.fedbytweets.core.step.LabelPostsOutput;
import dev.fedbytweets.models.MissingEmbeddingException;
import dev.fedbytweets.models.TextClassifier;
import dev.fedbytweets.tables.LakeTables;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// [LabelPosts] as a Lambda function.
public final class LabelPostsHandler extends StepHandler<LabelPostsInput, LabelPostsOutput> {

  private final LabelPosts labelPosts;

  /// On AWS, with the settings of the environment: see [LabelPostsConfig].
  public LabelPostsHandler() {
    this(LabelPostsConfig.of(System.getenv()));
  }

  private LabelPostsHandler(LabelPostsConfig config) {
    this(onAws(config), InstantSource.system(), config.margin());
  }

  /// Anywhere.
  ///
  /// @param clock measures how far away the end of the invocation is
  /// @param margin how long before the end of the invocation the last day is begun
  public LabelPostsHandler(LabelPosts labelPosts, InstantSource clock, Duration margin) {
    super(LabelPostsInput.class, clock, margin);
    this.labelPosts = labelPosts;
  }

  @Override
  protected LabelPostsOutput handle(LabelPostsInput input, Instant deadline, String requestId) {
    return labelPosts.label(input, deadline);
  }

  private static LabelPosts onAws(LabelPostsConfig config) {
    AwsSettings aws = config.aws();
    TextClassifier sentiment =
        config.embeddings()
            ? loaded(TextClassifier.sentimentWithEmbeddings())
            : TextClassifier.sentiment();
    TextClassifier topics =
        config.embeddings()
            ? loaded(TextClassifier.topicsWithEmbeddings())
            : TextClassifier.topics();
    return new LabelPosts(
        LakeTables.open(GlueCatalogSettings.properties(aws), aws.environment() + "_"),
        S3ObjectStore.open(aws),
        sentiment,
        topics,
        config.questionSubjects(),
        InstantSource.system(),
        config.postsAtOnce());
  }

  private static TextClassifier loaded(TextClassifier model) {
    try {
      model.load();
      return model;
    } catch (MissingEmbeddingException e) {
      throw new MisconfiguredException(
          "LAKE_EMBEDDINGS is true, but %s: take the image label-posts-embeddings, on x86_64"
              .formatted(e.getMessage()),
          e);
    }
  }
}
