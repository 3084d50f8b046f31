/// Merges a bronze table into its silver table, which has one row for each key.
///
/// [dev.fedbytweets.tables.silver.SilverTable] runs a merge:
///
/// 1. *How far did the last merge get?* Silver's newest snapshot says it: a [BronzeWatermark].
/// 2. *What is new in bronze?* The files that were committed after the watermark: a
///    [BronzeIncrement]. Without any the merge ends here, also if another engine has deleted rows
///    of silver since: readers leave them out, and the next merge with an increment folds them in.
/// 3. *Which rows come in?* [IncomingRows] reads the columns of the increment that decide about
///    merging. [Cleaning] resolves each row to a [Key], or rejects it, and then it goes to
///    quarantine. [LatestIncoming] keeps one row for each key.
/// 4. *What changes in silver?* [MergePlanner] reads the same columns of the silver files that may
///    hold these keys, and notes for each file what changes in it ([FileChanges]); a file of which
///    another engine deleted rows is written anew without them. What changes in
///    rows of other keys, a [CrossKeyFlag] decides. The result is a [MergePlan].
/// 5. *Write.* [MergeWriter] writes each changed file anew: the rows that stay are copied
///    ([RetainedRows]), the new ones are read from bronze again, cleaned and added
///    ([Inserts]).
/// 6. *Commit.* The new files replace the old ones, and the watermark moves, in one snapshot. If
///    another commit came first, the merge starts over from 1.
///
/// Steps 3 and 4 ask the same question of two rows with one key, and [MergeRule] answers it: which
/// row wins, and when the key was first retrieved. A key whose row was deleted has none: it comes
/// back if bronze brings it again.
///
/// Merging is idempotent, commutative and associative: silver depends on which rows came in, not on
/// their order, their grouping or how often they came.
package dev.fedbytweets.tables.silver;
