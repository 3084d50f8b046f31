package dev.fedbytweets.core.step;

import java.util.Objects;

/// What one call did.
///
/// @param status [Progress#MORE] if days are left
/// @param days that were labelled
/// @param daysLeft that still have to be
/// @param posts that were read
/// @param labels that these days have now; a post in a language that no model knows has none
public record LabelPostsOutput(Progress status, int days, int daysLeft, long posts, long labels) {

  public LabelPostsOutput {
    Objects.requireNonNull(status, "status");
  }
}
