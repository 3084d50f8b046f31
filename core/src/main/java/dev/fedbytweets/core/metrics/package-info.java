/// What is measured in a lake that is in operation.
@NullMarked
package dev.fedbytweets.core.metrics;

import org.jspecify.annotations.NullMarked;
