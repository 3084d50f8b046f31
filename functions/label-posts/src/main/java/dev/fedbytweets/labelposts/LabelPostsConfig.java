package dev.fedbytweets.labelposts;

import dev.fedbytweets.aws.AwsSettings;
import dev.fedbytweets.core.config.Settings;
import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.run.SubjectName;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// The settings of the function.
///
/// @param aws where the lake lies
/// @param questionSubjects `LAKE_QUESTION_SUBJECTS`: the subjects whose posts are questions, and so
///     have a topic, separated by commas; none if not set
/// @param embeddings `LAKE_EMBEDDINGS`: whether the models read sentence embeddings, which the
///     image must hold; `false` if not set
/// @param postsAtOnce `LAKE_ROWS_AT_ONCE`: after how many posts no further day is begun in one
///     commit, 200000 if not set, with embeddings 20000
/// @param margin `LAKE_TIME_MARGIN`: how long before the function's end the last day is begun, 3
///     minutes if not set
public record LabelPostsConfig(
    AwsSettings aws,
    Set<String> questionSubjects,
    boolean embeddings,
    int postsAtOnce,
    Duration margin) {

  /// Names the subjects whose posts are questions.
  public static final String QUESTION_SUBJECTS = "LAKE_QUESTION_SUBJECTS";

  /// As many as are labelled in about ten seconds.
  public static final int POSTS_AT_ONCE = 200_000;

  /// As many as are labelled in some minutes.
  private static final int POSTS_AT_ONCE_WITH_EMBEDDINGS = 20_000;

  private static final Duration MARGIN = Duration.ofMinutes(3);

  public LabelPostsConfig {
    questionSubjects = Set.copyOf(questionSubjects);
  }

  /// @param environment usually [System#getenv()]
  /// @throws MisconfiguredException naming every setting that is missing or wrong
  public static LabelPostsConfig of(Map<String, String> environment) {
    Settings settings = new Settings(environment);
    Supplier<AwsSettings> aws = AwsSettings.read(settings);
    Set<String> subjects = questionSubjects(settings);
    boolean embeddings = settings.flag("LAKE_EMBEDDINGS", false);
    int usual = embeddings ? POSTS_AT_ONCE_WITH_EMBEDDINGS : POSTS_AT_ONCE;
    int posts = settings.number("LAKE_ROWS_AT_ONCE", usual, 1, 10_000_000);
    Duration margin = settings.duration("LAKE_TIME_MARGIN", MARGIN);
    return settings.build(
        () -> new LabelPostsConfig(aws.get(), subjects, embeddings, posts, margin));
  }

  /// The subjects whose posts are questions. What is no name of a subject is a problem of
  /// [Settings#build].
  public static Set<String> questionSubjects(Settings settings) {
    return settings.words(QUESTION_SUBJECTS, "names of subjects", SubjectName::isAllowed);
  }
}
