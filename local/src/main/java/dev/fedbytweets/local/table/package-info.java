/// Tables of text for people, aligned by what a terminal shows.
package dev.fedbytweets.local.table;
