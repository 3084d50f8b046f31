/// What somebody wants to be told of a lake in operation.
package dev.fedbytweets.core.metrics;
