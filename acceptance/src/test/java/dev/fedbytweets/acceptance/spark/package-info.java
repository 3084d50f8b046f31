/// Spark changes the tables of a local lake, and the lake goes on.
package dev.fedbytweets.acceptance.spark;
