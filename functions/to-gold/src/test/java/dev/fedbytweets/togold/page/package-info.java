@NullMarked
package dev.fedbytweets.togold.page;

import org.jspecify.annotations.NullMarked;
