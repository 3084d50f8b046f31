/// Brings a bronze table into its silver table. [dev.fedbytweets.tosilver.ToSilver] merges until
/// nothing is left; `tables.silver` knows how to merge, and the cleanings here know what a clean
/// post, user, place or medium is.
package dev.fedbytweets.tosilver;
