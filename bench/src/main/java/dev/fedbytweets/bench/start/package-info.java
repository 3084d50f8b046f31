/// How long a fresh process of a function takes for its first useful work.
package dev.fedbytweets.bench.start;
