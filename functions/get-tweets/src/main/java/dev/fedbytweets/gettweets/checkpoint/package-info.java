/// What is known of a subject's collecting between two requests, and the rules by which it
/// changes. [dev.fedbytweets.gettweets.checkpoint.Checkpoint] moves page by page,
/// [dev.fedbytweets.gettweets.checkpoint.WindowPlanner] opens, resumes and shortens windows; both
/// do no IO. [dev.fedbytweets.gettweets.checkpoint.CheckpointStore] reads and writes.
///
/// Where a rule lives:
///
/// - what is collected, and where the next window begins:
///   [dev.fedbytweets.gettweets.checkpoint.Coverage], with what always holds of it
/// - what follows a page: `Window.after` and `Window.isEndedBy`
/// - whether a page token leads on: `WindowProgress.isLedOnBy`
/// - which stored page answers the open window: `SearchCriteria.match`
/// - what a page without a token says about the end: `StoredPage.isLast`
/// - what X still searches: `SearchHorizon`
/// - what follows an answer that cannot be read: `UnreadablePages`
/// - what is put on record as a gap: `SearchHorizon.gapAtBeginning`, where a first window lost its
///   beginning while it was read; `WindowPlanner.beginAfter`, where X searches another window's
///   beginning no longer; `UnreadablePages.beyond`. Gaps of one reason that touch become one:
///   `Gap.touches`
/// - what is counted for a run, and for a day or month: `RunTotals`, `PostCounts`
/// - who may collect: [dev.fedbytweets.gettweets.checkpoint.Lease]
/// - how it is written: `CheckpointJson`
package dev.fedbytweets.gettweets.checkpoint;
