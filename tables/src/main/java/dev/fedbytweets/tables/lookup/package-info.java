/// Looks into the present state of tables, a few columns at a time: which identifiers there are,
/// when rows were last seen, which posts have a place.
package dev.fedbytweets.tables.lookup;
