/// Using several processors for work that has an order.
@NullMarked
package dev.fedbytweets.core.work;

import org.jspecify.annotations.NullMarked;
