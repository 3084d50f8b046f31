/// A lake on one machine: a folder in place of the bucket, a SQLite file in place of the catalog.
///
/// [LakeDirectory] says where things are, [Lake] opens them: [LocalObjectStore] holds pages and
/// state, [LocalTables] the tables, whose files [LocalFileIO] reads and writes. [LakeLock] lets one
/// process at a time change a lake.
package dev.fedbytweets.local.lake;
