/// What the steps of gold remember.
@NullMarked
package dev.fedbytweets.contracts.gold;

import org.jspecify.annotations.NullMarked;
