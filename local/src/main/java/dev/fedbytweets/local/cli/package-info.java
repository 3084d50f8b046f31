/// The command line of the local lake.
package dev.fedbytweets.local.cli;
