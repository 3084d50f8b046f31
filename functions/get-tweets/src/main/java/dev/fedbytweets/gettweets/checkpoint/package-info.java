/// What is known of a subject's collecting between two requests, and the rules by which it
/// changes. [dev.fedbytweets.gettweets.checkpoint.Checkpoint] moves page by page,
/// [dev.fedbytweets.gettweets.checkpoint.WindowPlanner] opens, resumes and shortens windows; both
/// do no IO. [dev.fedbytweets.gettweets.checkpoint.CheckpointStore] reads and writes.
package dev.fedbytweets.gettweets.checkpoint;
