/// What the eight tables are: columns, partitions, and the records that are their rows.
package dev.fedbytweets.tables.schema;
