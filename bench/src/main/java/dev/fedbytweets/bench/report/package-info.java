/// What benchmarks found, as tables for people or as JSON.
package dev.fedbytweets.bench.report;
