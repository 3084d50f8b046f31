/// Collects a subject's posts from X. [dev.fedbytweets.gettweets.GetTweetsHandler] is the Lambda
/// function, [dev.fedbytweets.gettweets.GetTweets] the use case, `WindowCollector` the work of one
/// invocation. `checkpoint` holds the rules of what is collected and what comes next, as pure
/// values; `x` talks to X.
///
/// A *window* is the span of posts that is collected next: everything since the last window, and
/// the last minute of that once more, for posts that X makes searchable late. X gives it newest
/// first, in pages, each with a page token for the page after it. A window may take several
/// invocations and several runs.
///
/// One window is collected like this:
///
/// 1. Read the checkpoint. If another holder's lease has not ended, return when it ends.
/// 2. Adopt the pages that are stored after the saved checkpoint: apply them to it in memory.
/// 3. Hold the clock against X's, by a request that X cannot charge, and refuse one that is far
///    off. Plan the window: resume the open one, or open one where coverage ends. What X no longer
///    searches becomes a gap on record.
/// 4. Stop if the run is complete or a limit is reached: of posts, pages, time or X's rate. If X
///    asks for a longer pause than the run has time for, its collecting ends.
/// 5. Take the lease: save the checkpoint with it, by compare-and-set.
/// 6. Once in a run, announce its pages in the journal, and go back to 3.
/// 7. Save the checkpoint if anything but pages has changed since the last save, if 20 pages are
///    unsaved, or if the lease is too short for the longest call and the longest write. A save
///    renews the lease.
/// 8. Ask X for the next page, store it under the run's next page number, apply it to the
///    checkpoint in memory, and go back to 3. Who slept meanwhile renews the lease before storing;
///    if another one has taken over, the page is announced in the journal once more.
/// 9. At every stop, failures too, save the checkpoint without the lease, if the lease is held or
///    pages are unsaved. What was only planned is planned again next time.
///
/// What follows a page, the first of these that holds:
///
/// - It has a page token that leads on: the page of that token. A token leads on unless it was
///   followed before, or its page has posts and none of them is older than those read before: of
///   tokens that circle, one page comes twice.
/// - It has X's `meta`, no page token, and is not full: nothing, the window is read to its end.
/// - It was asked for as the rest of the window and has brought nothing older: nothing.
/// - Nothing is left below its oldest post, or that is so old that X no longer searches before it:
///   nothing. What may have been there is a gap.
/// - Otherwise the rest of the window, asked for below the oldest post that is read.
///
/// A page token that X refuses is left, and the rest is asked for. So it is with the query of a
/// window if X refuses it and the subject has another one by now.
///
/// An answer with status 200 that cannot be read as a page is stored as it came below
/// `quarantine/raw/`, under the number of the page that it should have been, and counts as all the
/// posts that X may charge for it. The rules by which collecting gets past it are in
/// `UnreadablePages`.
///
/// What a kill leaves behind:
///
/// - Between 5 and 9, always: the lease. Other holders wait until it ends, three and a half minutes
///   at most.
/// - Between 6 and 7: a journal entry whose number is not saved. The next announcement finds it at
///   the end of the journal and uses it.
/// - In 8, before the page is stored: nothing. The page is asked for again, and of a kill only here
///   X may charge for the same posts twice.
/// - After 8: up to 20 pages, quarantined ones among them, that the saved checkpoint does not
///   know. The next invocation, of whichever run, adopts them in step 2 and so comes to the same
///   checkpoint.
/// - After a save: the checkpoint. At most the report to the metrics is missing.
package dev.fedbytweets.gettweets;
