/// What the lake must not hold any more: identifiers as salted hashes.
@NullMarked
package dev.fedbytweets.core.forgotten;

import org.jspecify.annotations.NullMarked;
