/// Measures how long a new process of a function takes for its first useful work.
package dev.fedbytweets.bench.start;
