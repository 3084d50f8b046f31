/// Takes what is forgotten out of tables, so that no file of theirs holds it any more.
///
/// [TableSearch] looks at every file in the table's folder, once: [CleanFiles] remembers which hold
/// nothing. [RowRedaction] says what becomes of a row, [TableDeletion] writes the files anew that
/// hold such rows and removes everything that only the table's past needs. Each step leaves a whole
/// table behind, and does nothing when it was done: whether there is anything to do is seen in the
/// files alone.
package dev.fedbytweets.tables.deletion;
