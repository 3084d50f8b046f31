/// A run's posts into silver tables of several sizes.
package dev.fedbytweets.bench.merge;
