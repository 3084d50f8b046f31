/// Benchmarks the commands that people type at the local lake and wait for.
package dev.fedbytweets.bench.cli;
