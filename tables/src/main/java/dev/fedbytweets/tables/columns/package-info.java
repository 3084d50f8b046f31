/// Parquet files written column by column: the one hot path of the lake.
///
/// A [dev.fedbytweets.tables.columns.ColumnFileWriter] has an encoder for each leaf column, which
/// puts values straight into the bytes of a page. From there on, row groups, footer
/// and indexes are parquet-java's.
package dev.fedbytweets.tables.columns;
