/// Whether two engines wrote the same rows; DuckDB is the judge.
package dev.fedbytweets.bench.compare;
