/// Benchmarks `./lake import`, from files to silver, against DuckDB.
package dev.fedbytweets.bench.importing;
