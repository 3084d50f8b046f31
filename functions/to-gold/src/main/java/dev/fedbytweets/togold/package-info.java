/// Silver and its labels to the gold tables and to the page that people look at. What a table says
/// about a day is counted anew when the day's posts, or their labels, changed:
///
/// 1. [ToGold] finds these days, and replaces what the tables say about them.
/// 2. [DayCounts] is what is said about one day. It hands each post to one class for each table.
/// 3. `page` makes the page of the tables.
@NullMarked
package dev.fedbytweets.togold;

import org.jspecify.annotations.NullMarked;
