/// Metrics as CloudWatch takes them from a function's log.
package dev.fedbytweets.aws.metrics;
