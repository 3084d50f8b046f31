/// The JSON of step inputs, outputs and checkpoints: records of `core` to text and back.
@NullMarked
package dev.fedbytweets.contracts;

import org.jspecify.annotations.NullMarked;
