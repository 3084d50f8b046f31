/// The eight tables of a lake. `schema` defines them, `bronze` appends to them and `silver` merges
/// into them; `files` and `columns` read and write Parquet, `io` caches metadata files, `commit`
/// has what snapshots say of a commit.
package dev.fedbytweets.tables;
