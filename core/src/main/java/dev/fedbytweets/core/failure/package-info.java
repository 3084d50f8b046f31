/// The three ways in which a step can fail, and nothing else.
@NullMarked
package dev.fedbytweets.core.failure;

import org.jspecify.annotations.NullMarked;
