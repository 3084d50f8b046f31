package dev.fedbytweets.core.model;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A row of `gold.sentiment_by_day`, key (`day`, `subject`, `lang`).
///
/// @param day UTC
/// @param lang as X names it; `und` if X did not say
/// @param modelHash the SHA-256 of the model's file; null if no post was scored
/// @param posts that were collected, each once in its latest version
/// @param scored how many of them the model knows the language of
/// @param negative how many the model takes for negative; the model errs in known proportions
/// @param negativeShare the share of negative posts, corrected by these proportions, 0 to 1; null
///     if no post was scored
/// @param negativeLow the lower end of the share's interval
/// @param negativeHigh its upper end
public record DaySentiment(
    LocalDate day,
    String subject,
    String lang,
    @Nullable String modelHash,
    long posts,
    long scored,
    long negative,
    long neutral,
    long positive,
    @Nullable Double negativeShare,
    @Nullable Double negativeLow,
    @Nullable Double negativeHigh,
    @Nullable Double neutralShare,
    @Nullable Double neutralLow,
    @Nullable Double neutralHigh,
    @Nullable Double positiveShare,
    @Nullable Double positiveLow,
    @Nullable Double positiveHigh) {

  public DaySentiment {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(lang, "lang");
  }
}
