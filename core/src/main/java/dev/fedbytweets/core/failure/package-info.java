/// The three ways in which a step can fail, and nothing else.
package dev.fedbytweets.core.failure;
