/// Benchmarks the merge of a run into silver tables of several sizes.
package dev.fedbytweets.bench.merge;
