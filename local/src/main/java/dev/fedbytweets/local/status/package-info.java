/// The contents of a lake and the runs that brought them.
package dev.fedbytweets.local.status;
