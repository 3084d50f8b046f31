/// Rows in Parquet files, and records as rows.
package dev.fedbytweets.tables.files;
