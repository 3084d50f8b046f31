package dev.fedbytweets.core.step;

/// Why a portion of collecting ended.
public enum StopReason {
  /// The run has read a window of its own to its end; or an earlier run's, and may not read as much
  /// as a page of its own.
  WINDOW_COMPLETE,
  /// The subject's `max_posts_per_run` is used up; the next run goes on where this one stopped.
  RUN_LIMIT,
  /// The subject's `max_posts_per_day` is used up; the first run of the next UTC day goes on where
  /// this one stopped.
  DAY_LIMIT,
  /// The subject's `max_posts_per_month` is used up; the first run of the next UTC month goes on
  /// where this one stopped.
  MONTH_LIMIT,
  /// As many pages as one invocation may ask for.
  PAGE_LIMIT,
  /// The invocation has too little time left for another page.
  TIME_LIMIT,
  /// X wants a pause.
  RATE_LIMIT,
  /// Another invocation is collecting this subject.
  HELD
}
