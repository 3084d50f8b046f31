/// Where things are in the lake, and the port through which they are read and written.
@NullMarked
package dev.fedbytweets.core.storage;

import org.jspecify.annotations.NullMarked;
