/// A bronze table to its silver table.
package dev.fedbytweets.tosilver;
