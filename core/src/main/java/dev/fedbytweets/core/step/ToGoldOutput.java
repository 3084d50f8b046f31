package dev.fedbytweets.core.step;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What one call did.
///
/// @param status [Progress#MORE] if days are left
/// @param days that were counted
/// @param daysLeft that still have to be
/// @param posts that were read
/// @param rows that the gold tables have for these days now
/// @param page the key of the page that people look at; null as long as days are left
public record ToGoldOutput(
    Progress status, int days, int daysLeft, long posts, long rows, @Nullable String page) {

  public ToGoldOutput {
    Objects.requireNonNull(status, "status");
  }
}
