/// Benchmarks a lake that has lived for years, with maintenance and without.
package dev.fedbytweets.bench.age;
