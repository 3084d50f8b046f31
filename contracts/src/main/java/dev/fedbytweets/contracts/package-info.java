/// JSON: of step inputs, outputs and checkpoints, as records of `core` to text and back; and of X's
/// pages, of which [dev.fedbytweets.contracts.PageBytes] is the one way to read them.
@NullMarked
package dev.fedbytweets.contracts;

import org.jspecify.annotations.NullMarked;
