/// Trino in place of Athena: it must see the rows that were written, and answer like DuckDB.
package dev.fedbytweets.acceptance.athena;
