/// Measures competitors in rounds: new processes on one CPU, in turn, on the same input.
package dev.fedbytweets.bench.rounds;
