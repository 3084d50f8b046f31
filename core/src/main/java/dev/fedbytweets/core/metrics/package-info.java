/// What is measured in a lake that is in operation.
package dev.fedbytweets.core.metrics;
