package dev.fedbytweets.labelposts;

import dev.fedbytweets.core.model.PostLabel;
import dev.fedbytweets.core.model.SilverTweet;
import dev.fedbytweets.models.Classification;
import dev.fedbytweets.models.TextClassifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The labels of a post. A post that only repeats another is labelled by the text that it repeats,
/// as far as X gives it.
final class PostLabelling {

  private final TextClassifier sentiment;
  private final TextClassifier topics;
  private final Set<String> questionSubjects;

  /// @param questionSubjects the subjects whose posts are questions, and so have a topic
  PostLabelling(TextClassifier sentiment, TextClassifier topics, Set<String> questionSubjects) {
    this.sentiment = sentiment;
    this.topics = topics;
    this.questionSubjects = Set.copyOf(questionSubjects);
  }

  /// None for a post without text, or in a language that no model was trained on.
  List<PostLabel> of(SilverTweet post) {
    Optional<PostLabel> topic =
        questionSubjects.contains(post.subject()) ? label(topics, post) : Optional.empty();
    return Stream.concat(label(sentiment, post).stream(), topic.stream()).toList();
  }

  private static Optional<PostLabel> label(TextClassifier model, SilverTweet post) {
    String text = post.fullText() == null ? post.text() : post.fullText();
    if (text == null || post.lang() == null) {
      return Optional.empty();
    }
    return model
        .classify(text, post.lang())
        .map(
            answer ->
                new PostLabel(
                    post.id(),
                    post.subject(),
                    post.createdAt(),
                    post.lang(),
                    model.name(),
                    model.hash(),
                    answer.label(),
                    answer.probability(),
                    probability(model, answer, "negative"),
                    probability(model, answer, "neutral"),
                    probability(model, answer, "positive"),
                    post.isCounted()));
  }

  private static @Nullable Double probability(
      TextClassifier model, Classification answer, String label) {
    int index = model.classes().indexOf(label);
    return index < 0 ? null : answer.probabilities().get(index);
  }
}
