/// Questions to a local lake in SQL: an embedded DuckDB over the files of the tables, the shapes
/// in which results are shown, and the queries that are shipped.
package dev.fedbytweets.local.query;
