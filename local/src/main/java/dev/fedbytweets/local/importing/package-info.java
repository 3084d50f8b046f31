/// Recorded responses of X, as files on this machine, into the raw pages of a lake.
package dev.fedbytweets.local.importing;
