/// Made-up response pages of X: as many as one likes, the same for the same seed.
package dev.fedbytweets.bench.pages;
