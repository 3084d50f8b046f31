/// Reading settings and the token from where they are kept.
@NullMarked
package dev.fedbytweets.core.config;

import org.jspecify.annotations.NullMarked;
