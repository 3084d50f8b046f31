/// Trino in place of Athena: it must see the rows that were written, and answer as DuckDB does.
package dev.fedbytweets.acceptance.athena;
