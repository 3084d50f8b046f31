/// Tests of the import.
package dev.fedbytweets.local.importing;
