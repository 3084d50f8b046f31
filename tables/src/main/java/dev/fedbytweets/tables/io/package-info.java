/// Access to the files of tables that asks storage for no more than it must.
package dev.fedbytweets.tables.io;
