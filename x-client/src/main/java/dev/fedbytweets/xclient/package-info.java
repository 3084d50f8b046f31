/// What every client of X needs: the connection with its bearer token, what X says about a failure
/// and when it may be asked again; and the client of its compliance jobs.
@NullMarked
package dev.fedbytweets.xclient;

import org.jspecify.annotations.NullMarked;
