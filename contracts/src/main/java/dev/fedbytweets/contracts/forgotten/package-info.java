/// What is forgotten: the tombstones that say so, and how it is taken out of pages.
@NullMarked
package dev.fedbytweets.contracts.forgotten;

import org.jspecify.annotations.NullMarked;
