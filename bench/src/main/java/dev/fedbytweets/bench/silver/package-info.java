/// A bronze table to its silver table: the function, and DuckDB.
package dev.fedbytweets.bench.silver;
