/// Commits that can be repeated: what a snapshot's summary says, and what follows from it.
package dev.fedbytweets.tables.commit;
