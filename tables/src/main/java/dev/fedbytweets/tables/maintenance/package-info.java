/// Keeps a table small: many small files become few, old snapshots go, and with them the files
/// that nothing names any more. No row changes, and how far the table reaches stays known.
///
/// [dev.fedbytweets.tables.maintenance.TableMaintenance] does it in steps that each leave a whole
/// table behind, so that it can be killed anywhere and run again:
///
/// 1. *Rewrite small files.* [CompactionPlanner] finds [FileGroup]s, [Compaction] writes each group
///    anew and commits. If what was replaced is gone meanwhile, it starts over.
/// 2. *Rewrite small manifests*, if there are many: [ManifestRewrite].
/// 3. *Expire snapshots*: [SnapshotExpiry], in the table's metadata only.
/// 4. *Remove files*: [UnreachableFiles] lists the table's folder and finds what neither a kept
///    snapshot nor the metadata names. What an earlier attempt left behind is found, too.
///
/// Each commit of these steps repeats what the newest snapshot of ours says of the table
/// ([dev.fedbytweets.tables.commit.CommitSummary#standing]), since that snapshot expires one day.
package dev.fedbytweets.tables.maintenance;
