package dev.fedbytweets.core.model;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A row of `gold.post_labels`, key (`post_id`, `subject`, `model`): what a model says about a
/// post. It neither names an author nor holds a text.
///
/// @param lang the post's language, as X names it; null if X did not say
/// @param model the name of the model, such as `sentiment`
/// @param modelHash the SHA-256 of the model's file, hexadecimal
/// @param label one of the model's labels
/// @param probability of the label, from 0 to 1
/// @param negative the same of each label, null if the model has no such label
/// @param isCounted whether counts by subject count the post: it was found by the subject's search,
///     and is the latest version of itself
public record PostLabel(
    long postId,
    String subject,
    Instant createdAt,
    @Nullable String lang,
    String model,
    String modelHash,
    String label,
    double probability,
    @Nullable Double negative,
    @Nullable Double neutral,
    @Nullable Double positive,
    boolean isCounted) {

  public PostLabel {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(createdAt, "createdAt");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(modelHash, "modelHash");
    Objects.requireNonNull(label, "label");
  }
}
