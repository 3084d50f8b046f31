/// Spark as a user of the lake, in a process of its own: its libraries and the lake's do not go
/// together in one class path.
package dev.fedbytweets.spark;
