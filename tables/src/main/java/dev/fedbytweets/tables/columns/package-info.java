/// Parquet files written column by column: the one hot path of the lake.
///
/// A [dev.fedbytweets.tables.columns.ColumnFileWriter] has an encoder for each leaf column. Values
/// go straight into the bytes of a page; from the page on (compression, footer, indexes) it is
/// parquet-java's own.
package dev.fedbytweets.tables.columns;
