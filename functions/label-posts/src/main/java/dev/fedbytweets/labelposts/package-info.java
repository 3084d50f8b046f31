/// What models say about the posts of silver. The labels of a day are made anew when the day's
/// posts changed, or a model did.
@NullMarked
package dev.fedbytweets.labelposts;

import org.jspecify.annotations.NullMarked;
