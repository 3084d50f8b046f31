/// Benchmarks `./lake rebuild` against the stages that it consists of.
package dev.fedbytweets.bench.rebuild;
