package dev.fedbytweets.togold.page;

import java.util.List;

/// How far a subject is collected, as the page shows it.
///
/// @param until ISO 8601 to the minute; empty if unknown
/// @param gaps beginning, end and reason
/// @param read posts that were read in the month
/// @param cap of posts in a month; -1 if there is none
/// @param cents what X is expected to charge for the month; negative if that is not shown
/// @param lastDay posts of the last day, or -1 if they are too few to be shown
record PageSubject(
    String until, List<List<String>> gaps, long read, long cap, long cents, long lastDay) {}
