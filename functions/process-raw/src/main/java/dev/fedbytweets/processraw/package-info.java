/// From stored pages to bronze rows, as a step and as a Lambda function:
///
/// 1. [dev.fedbytweets.processraw.ProcessRaw] starts a
///    [dev.fedbytweets.processraw.BronzeLoad], which reads in the four tables how far into the
///    journal each of them reaches.
/// 2. [dev.fedbytweets.processraw.PendingPages] finds the pages after the earliest of these
///    positions, those of earlier runs that died among them.
/// 3. [dev.fedbytweets.processraw.PageSource] reads a page from the store and decompresses it,
///    and does so with the next ones while the rows of this one are written:
///    [dev.fedbytweets.processraw.PageReadAhead].
/// 4. [dev.fedbytweets.processraw.page.PageParser] makes rows of tweets, users, places and media of
///    it, and counts the fields that no column takes.
/// 5. [dev.fedbytweets.processraw.PageQuarantine] keeps the rows that cannot be used, or notes
///    that the whole page is broken. This comes before the commit: a row is in a table or in
///    quarantine, never lost.
/// 6. The load writes the rows to the tables that lack the page, through
///    [dev.fedbytweets.tables.bronze.BronzeAppend] into Parquet files that belong to no snapshot
///    yet.
/// 7. The load commits table by table: rows and the new position become visible together, unless
///    another attempt has moved the table. Then everything starts over from 1.
package dev.fedbytweets.processraw;
