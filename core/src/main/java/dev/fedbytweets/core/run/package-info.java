/// Who collects what: runs and subjects, and the names that become parts of object keys.
@NullMarked
package dev.fedbytweets.core.run;

import org.jspecify.annotations.NullMarked;
