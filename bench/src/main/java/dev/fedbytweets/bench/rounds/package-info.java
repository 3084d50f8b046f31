/// Measuring: fresh processes on one CPU, in turn, on the same input.
package dev.fedbytweets.bench.rounds;
