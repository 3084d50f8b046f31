/// Measures competitors in rounds: new processes, in turn, on the same input.
package dev.fedbytweets.bench.rounds;
