/// Tables that say something about other tables, day by day: [TableDays] tells which days have
/// changed, and [DayTable] replaces what is said about a day as a whole.
package dev.fedbytweets.tables.gold;
