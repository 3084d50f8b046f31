/// The command line of the benchmarks.
package dev.fedbytweets.bench;
