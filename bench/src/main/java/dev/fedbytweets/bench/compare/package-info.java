/// Compares, with DuckDB, the rows that two engines wrote.
package dev.fedbytweets.bench.compare;
