/// Reads and writes the Parquet files of a table, by columns or as records.
package dev.fedbytweets.tables.files;
