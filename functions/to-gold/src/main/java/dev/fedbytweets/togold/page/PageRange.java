package dev.fedbytweets.togold.page;

/// Days up to the last one, which a reader can choose.
///
/// @param days how many
/// @param weekly whether lines are drawn by week instead of by day
/// @param bins how many days or weeks are drawn
/// @param compared how many days are compared with as many before them
record PageRange(int days, boolean weekly, int bins, int compared) {}
