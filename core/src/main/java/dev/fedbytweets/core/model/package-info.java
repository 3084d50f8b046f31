/// Posts, users, places and media as the tables hold them: bronze as received, silver clean.
@NullMarked
package dev.fedbytweets.core.model;

import org.jspecify.annotations.NullMarked;
