/// Benchmarks the way from pages to the three bronze tables: the function and DuckDB.
package dev.fedbytweets.bench.bronze;
